import ClaimModel
import Disk
import Sessions
import Synchronization

/// Takes the digest of an input once, however many stories and workers ask for it.
final class CaptureMaker: Sendable {
  private let file: MappedFile
  let manner: Capture.Manner
  private let name: String?
  private let made = Mutex<Capture?>(nil)

  init(_ file: MappedFile, manner: Capture.Manner, name: String?) {
    self.file = file
    self.manner = manner
    self.name = name
  }

  var capture: Capture {
    made.withLock { made in
      if let made { return made }
      let capture = Capture(
        sha256: SessionFile.sha256(file), length: file.count, manner: manner, name: name)
      made = capture
      return capture
    }
  }
}
