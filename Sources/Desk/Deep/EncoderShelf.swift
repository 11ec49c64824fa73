package import ClaimExtraction
import Disk
import Presentation
import Synchronization
package import TerminalText

/// Where the weights of the deep finder's encoder may be; they are read when they are needed first.
package final class EncoderShelf: Sendable {
  /// Where the file is looked for, the first place first.
  package let places: [String]
  private let found = Mutex<DeepFinder?>(nil)

  package init(places: [String]) { self.places = places }

  /// Throws `EncoderError` where there is no file, or one that is damaged.
  package func finder() throws(UserError) -> DeepFinder {
    if let finder = found.withLock({ $0 }) { return finder }
    guard let (path, file) = opened() else { throw UserError(EncoderError.missing(places)) }
    let finder = DeepFinder(EncoderFinder(try Self.encoder(file, at: path)))
    found.withLock { $0 = finder }
    return finder
  }

  /// The first place with a file that can be opened.
  private func opened() -> (path: String, file: MappedFile)? {
    for path in places {
      if let file = try? MappedFile(path) { return (path, file) }
    }
    return nil
  }

  private static func encoder(
    _ file: MappedFile, at path: String
  ) throws(UserError) -> EncoderFile {
    do throws(EncoderProblem) {
      return try file.withBytes { bytes throws(EncoderProblem) in
        try EncoderFile(UnsafeRawBufferPointer(bytes), keeping: file)
      }
    } catch { throw UserError(EncoderError.unusable(path, error)) }
  }
}

/// The deep finder cannot be used.
package enum EncoderError: UserFacing, Hashable {
  case missing([String])
  case unusable(String, EncoderProblem)

  package var message: ErrorMessage {
    switch self {
    case .missing(let places):
      ErrorMessage(
        "the deep finder needs the file encoder-en.weights, and there is none",
        details: [
          places.isEmpty ? "looked nowhere: no place is known" : "looked at " + joined(places),
          "$THEO_ENCODER may name it; without --deep theo needs none",
        ])
    case .unusable(let path, let problem):
      ErrorMessage("\(path): \(problem.words)", details: ["the deep finder cannot use it"])
    }
  }

  package var status: ProgramStatus {
    switch self {
    case .missing: .noInput
    case .unusable: .badData
    }
  }
}

extension EncoderProblem {
  /// What is wrong, and what was expected.
  fileprivate var words: String {
    switch self {
    case .notAnEncoder: "no weights of an encoder: it does not begin with THEOENC"
    case .otherVersion(let version):
      "weights of version \(version); expected version \(EncoderFile.version)"
    case .cutOff(let expected, let found):
      "cut off or grown: \(found) bytes; expected \(expected)"
    case .damaged: "damaged: the check sum of its header is wrong"
    }
  }
}
