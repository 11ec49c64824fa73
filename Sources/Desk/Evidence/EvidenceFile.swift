import ArticleReading
package import ClaimModel
package import Disk
import Sessions
import SystemPackage
package import TerminalText

/// Files that are evidence, as they are when somebody keeps them.
package enum EvidenceFile {
  /// A file as it is now, under its own name. A time-stamp reply that lies beside it, NAME.tsr, is
  /// kept with it where openssl can read it and it is of just these bytes.
  package static func capture(_ typed: String) throws(UserError) -> EvidenceCapture {
    let path = UserPath.located(typed)
    let file = try MappedFile(path)
    let name = fileName(path)
    var capture = self.capture(file, of: name, named: name)
    if let reply = try? TimeStampFile(besides: path), reply.isOf(capture.sha256, path) {
      capture.stamp = reply.reply
    }
    return capture
  }

  /// `evidence`: the piece that it is of.
  static func capture(
    _ file: MappedFile, of evidence: String, named name: String
  ) -> EvidenceCapture {
    let copy = file.withBytes { SavedCopy($0) }
    return EvidenceCapture(
      evidence: evidence, sha256: SessionFile.sha256(file), length: file.count, name: name,
      form: copy?.form.rawValue, savedFrom: copy?.address, savedAt: copy?.time)
  }

  /// What the web gives for an address, through curl, written into a folder, which is made where
  /// there is none.
  package static func fetched(
    _ address: String, into folder: String, at time: Timestamp, calls: SystemCalls = .live
  ) throws(UserError) -> EvidenceCapture {
    let folder = UserPath.located(folder)
    let page = try WebAddress.page(address)
    var capture = capture(page.bytes, of: address, named: "")
    capture.name = name(address, capture)
    capture.savedFrom = page.url
    capture.savedAt = StoryTime(iso: time.description)
    do throws(Errno) { try calls.makeFolders(FilePath(text: folder)) } catch {
      throw UserError(FileError.cannotWrite(folder, reason: error.words))
    }
    let path = "\(folder)/\(capture.name)"
    do throws(WriteFailure) {
      try AtomicFile(calls).write(page.bytes.withBytes(Array.init), to: FilePath(text: path))
    } catch {
      throw UserError(FileError.cannotWrite(path, reason: error.words))
    }
    return capture
  }

  /// "https://bao.example/tin/chay-cho.html?x=1" → "chay-cho-3f2a81b0c7d2.html": letters, digits,
  /// dots and dashes of the path's end, and the beginning of the digest.
  private static func name(_ address: String, _ capture: EvidenceCapture) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let last = path.split(separator: "/").dropFirst(2).last ?? "page"
    let safe = last.filter { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) }
      .drop { $0 == "." || $0 == "-" }
    let parts = safe.split(separator: ".")
    let isNamed = parts.count > 1 && (parts.last?.count ?? 9) <= 5
    let stem = isNamed ? parts.dropLast().joined(separator: ".") : String(safe)
    let ending = isNamed ? parts.last.map(String.init) ?? "" : capture.form == nil ? "bin" : "html"
    return (stem.isEmpty ? "page" : String(stem.prefix(60)))
      + "-\(capture.sha256.prefix(12)).\(ending)"
  }

  /// "wire/a.html" → "a.html"
  static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
