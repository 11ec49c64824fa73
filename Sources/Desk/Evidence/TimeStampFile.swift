package import ClaimModel
import Disk
import Sessions
package import TerminalText

/// A time-stamp reply in a file (RFC 3161), as openssl reads it where it is installed.
package struct TimeStampFile: Sendable {
  package let path: String
  package let reply: TimeStampReply
  /// The hash function that the stamped bytes were taken the digest of: "sha256".
  package let algorithm: String
  /// Hexadecimal digits.
  package let digest: String

  private static let seconds = 20
  private static let mostBytes = 4 << 20

  /// Throws where there is no such file, it is no granted reply, or openssl is not installed.
  package init(_ path: String) throws(UserError) {
    let file = try MappedFile(path)
    let output = try Self.openssl(["ts", "-reply", "-in", Self.word(path), "-text"], path)
    let lines = String(decoding: output.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let text = ReplyText(lines) else {
      throw UserError(
        FileError.unreadable(path, reason: "it is no time-stamp reply that an authority granted"))
    }
    self.path = path
    algorithm = text.algorithm
    digest = text.digest
    reply = TimeStampReply(
      sha256: SessionFile.sha256(file), name: EvidenceFile.fileName(path), time: text.time,
      serial: text.serial)
  }

  /// The reply beside a file: "page.html.tsr" of "page.html"; nil where there is none.
  package init?(besides path: String) throws(UserError) {
    guard FileFinder.kind(path + ".tsr") == .file else { return nil }
    try self.init(path + ".tsr")
  }

  /// Whether the reply is of a file with this SHA-256, which is read where the reply has another
  /// digest of it.
  package func isOf(_ sha256: String, _ file: String) -> Bool {
    if algorithm == "sha256" { return digest == sha256 }
    return (try? Self.digest(of: file, algorithm)) == digest
  }

  private static func digest(of file: String, _ algorithm: String) throws(UserError) -> String {
    guard algorithm.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { return "" }
    let output = try openssl(["dgst", "-r", "-\(algorithm)", word(file)], file)
    return String(decoding: output.bytes.prefix { $0 != 0x20 }, as: UTF8.self)
  }

  fileprivate static func openssl(
    _ arguments: [String], _ subject: String
  ) throws(UserError) -> ProgramCall.Output {
    try ProgramCall("openssl", arguments).output(
      mostBytes: mostBytes, seconds: seconds, installing: "openssl", of: subject)
  }

  /// A file that is called like an option.
  fileprivate static func word(_ path: String) -> String {
    path.hasPrefix("-") ? "./" + path : path
  }
}

extension TimeStampFile {
  /// What a reply shows of a file.
  package enum Finding: Sendable, Hashable {
    /// It is of just these bytes, and an authority of the given certificates signed it.
    case signed
    /// It is of just these bytes; who signed it was not checked, for want of a certificate.
    case unsigned
    /// It is of other bytes.
    case otherBytes
    /// It is of these bytes, and openssl does not take the signature: why, in its words.
    case refused(String)
  }

  /// `authority`: a file of certificates, PEM, that are trusted.
  package func finding(
    on file: String, sha256: String, authority: String?
  ) throws(UserError) -> Finding {
    guard isOf(sha256, file) else { return .otherBytes }
    guard let authority else { return .unsigned }
    let certificates = Self.word(authority)
    do throws(UserError) {
      _ = try Self.openssl(
        [
          "ts", "-verify", "-data", Self.word(file), "-in", Self.word(path), "-CAfile",
          certificates, "-untrusted", certificates,
        ], path)
      return .signed
    } catch {
      guard let fault = error.cause as? ProgramFault, case .failed(_, let told) = fault.cause else {
        throw error
      }
      return .refused(Self.reason(told))
    }
  }

  /// "…:error:17800064:time stamp routines:ts_check_signing_certs:ess signing certificate
  /// error:…" → "ess signing certificate error"
  private static func reason(_ told: String) -> String {
    let line = told.split(separator: "\n").first { $0.contains(":error:") } ?? ""
    let parts = line.split(separator: ":", omittingEmptySubsequences: false)
    guard let place = parts.firstIndex(of: "error"), place + 4 < parts.count else {
      return "the signature is not that of the authority"
    }
    let isNamed = !parts[place + 4].isEmpty
    return String(parts[isNamed ? place + 4 : place + 2])
  }
}

/// What `openssl ts -reply -text` writes of a granted reply.
private struct ReplyText {
  var algorithm = ""
  var digest = ""
  var serial = ""
  var time = Timestamp(seconds: 0)

  init?(_ lines: [String]) {
    func value(_ label: String) -> String? {
      lines.first { $0.hasPrefix(label) }.map { String($0.dropFirst(label.count)) }
    }
    guard let status = value("Status: "), status.hasPrefix("Granted"),
      let algorithm = value("Hash Algorithm: "), let serial = value("Serial number: "),
      let stamped = value("Time stamp: "), let time = Self.time(stamped),
      let start = lines.firstIndex(where: { $0.hasPrefix("Message data:") })
    else { return nil }
    self.algorithm = algorithm.lowercased()
    self.serial = serial
    self.time = time
    digest = lines[(start + 1)...].prefix { $0.hasPrefix("    ") }.map(Self.bytes).joined()
    guard !digest.isEmpty else { return nil }
  }

  /// "    0000 - 9a f7 3b 00-01   .;.." → "9af73b0001"
  private static func bytes(_ line: String) -> String {
    guard let dash = line.ranges(of: " - ").first else { return "" }
    return line[dash.upperBound...].prefix(47).filter(\.isHexDigit)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// "Nov 30 00:25:03 2026 GMT", "Nov  3 00:25:03.5 2026 GMT"
  private static func time(_ text: String) -> Timestamp? {
    let words = text.split(separator: " ")
    guard words.count >= 4, let month = months.firstIndex(of: String(words[0])),
      let day = Int(words[1]), let year = Int(words[3])
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = words[2].prefix { $0 != "." }
    return Timestamp(parsing: "\(year)-\(two(month + 1))-\(two(day))T\(clock)Z")
  }
}
