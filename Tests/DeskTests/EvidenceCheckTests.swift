import ClaimModel
@testable import Desk
import FactStore
import Foundation
import TestSupport
import Testing

@Suite("Evidence in a folder")
struct EvidenceCheckTests {
  private func check(
    _ captures: [EvidenceCapture], _ folder: TestFolder, authority: String? = nil
  ) throws -> EvidenceCheck {
    let kept = captures.map { KeptEvidence(claims: [ClaimID(1)], capture: $0) }
    return try EvidenceCheck(kept, in: folder.path, authority: authority)
  }

  @Test("is kept by its bytes, whatever its name, and where a saved page says it came from")
  func captures() throws {
    let folder = try TestFolder()
    let page = "<html><head><link rel=canonical href=https://a.example/1></head><body>x</body>"
    let kept = try EvidenceFile.capture(try folder.write(page, to: "trang.html"))
    #expect(kept.evidence == "trang.html" && kept.name == "trang.html" && kept.form == "html")
    #expect(kept.savedFrom == "https://a.example/1" && kept.length == page.utf8.count)
    let empty = try EvidenceFile.capture(try folder.write("", to: "x/rỗng"))
    #expect(
      empty.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(empty.form == nil && empty.name == "rỗng")
    #expect(throws: (any Error).self) { try EvidenceFile.capture(folder.path + "/none") }
  }

  @Test("is unchanged, renamed, changed or missing")
  func states() throws {
    let folder = try TestFolder()
    let names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
    let kept = try names.map {
      try EvidenceFile.capture(try folder.write("bytes of \($0)", to: $0))
    }
    #expect(try check(kept, folder).isWhole)
    folder.remove("b.txt")
    try folder.write("bytes of b.txt", to: "moved/ảnh.bin")
    try folder.write("bytes of X.txt", to: "c.txt")
    folder.remove("d.txt")
    // Its name with other bytes elsewhere does not matter where its bytes are there.
    try folder.write("other", to: "x/e.txt")
    let found = try check(kept, folder)
    #expect(!found.isWhole)
    let changed = try EvidenceFile.capture(folder.path + "/c.txt").sha256
    #expect(
      found.items.map(\.state) == [
        .unchanged(folder.path + "/a.txt"), .renamed(folder.path + "/moved/ảnh.bin"),
        .changed(folder.path + "/c.txt", sha256: changed), .missing,
        .unchanged(folder.path + "/e.txt"),
      ])
    #expect(found.items.allSatisfy { $0.stamp == nil })
  }

  @Test("A folder that is not there is told; an empty one has nothing")
  func folders() throws {
    let folder = try TestFolder()
    let kept = EvidenceCapture(evidence: "a", sha256: "0", length: 1, name: "a")
    #expect(try check([kept], folder).items.map(\.state) == [.missing])
    #expect(throws: (any Error).self) {
      try EvidenceCheck([KeptEvidence(claims: [], capture: kept)], in: folder.path + "/none")
    }
  }

  @Test("What several claims have is looked for once")
  func shared() throws {
    var store = FactStore()
    let claims = ["a", "b"].map { _ in
      Claim(kind: .narrated, content: [TextSpan(0, 2)], context: TextSpan(0, 4))
    }
    let capture = EvidenceCapture(evidence: "a", sha256: "0", length: 1, name: "a")
    let article = Article(name: "a", text: "text")
    for action in [
      Action.load([LoadedArticle(article: article, claims: PackedClaims(claims))]),
      .annotateClaims([ClaimID(1), ClaimID(2)], ClaimMark(captures: [capture])),
    ] {
      _ = try store.apply(Operation(user: "an", time: Timestamp(seconds: 1), action: action))
    }
    let kept = KeptEvidence.all(of: [ClaimID(1), ClaimID(2)].compactMap { store.claim($0) })
    #expect(kept == [KeptEvidence(claims: [ClaimID(1), ClaimID(2)], capture: capture)])
  }
}

@Suite("Time-stamps", .enabled(if: LocalAuthority.isThere, "needs openssl"))
struct TimeStampTests {
  @Test("A reply beside a file is kept with it, and checked with its authority's certificate")
  func stamped() throws {
    let folder = try TestFolder()
    let authority = try LocalAuthority(folder)
    let path = try folder.write("chứng cứ", to: "bc/a.txt")
    try authority.stamp(path)
    let kept = try EvidenceFile.capture(path)
    let stamp = try #require(kept.stamp)
    #expect(stamp.name == "a.txt.tsr" && stamp.serial == "0x01" && stamp.sha256.count == 64)
    #expect(abs(stamp.time.seconds - Int(Date().timeIntervalSince1970)) < 3600)
    func finding(_ certificate: String?) throws -> TimeStampFile.Finding? {
      let evidence = [KeptEvidence(claims: [ClaimID(1)], capture: kept)]
      let check = try EvidenceCheck(
        evidence, in: folder.path + "/bc", authority: certificate)
      return try check.items[0].stamp?.finding.get()
    }
    #expect(try finding(authority.certificate) == .signed)
    #expect(try finding(nil) == .unsigned)
    // The file has another name, and its reply the old one.
    try folder.write("chứng cứ", to: "bc/b.txt")
    folder.remove("bc/a.txt")
    #expect(try finding(authority.certificate) == .signed)
    let reply = try Data(contentsOf: URL(fileURLWithPath: path + ".tsr"))
    folder.remove("bc/a.txt.tsr")
    #expect(throws: (any Error).self) { try finding(nil) }
    try folder.write(Array(reply), to: "bc/b.txt.tsr")
    let other = try LocalAuthority(folder, name: "khác")
    guard case .refused(let reason)? = try finding(other.certificate) else {
      Issue.record("another authority's certificate was taken")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test("A reply on other bytes, or on another file, is told", arguments: ["-sha256", "-sha512"])
  func otherBytes(function: String) throws {
    let folder = try TestFolder()
    let authority = try LocalAuthority(folder)
    let path = try folder.write("chứng cứ", to: "bc/a.txt")
    try authority.stamp(path, function)
    let reply = try #require(try TimeStampFile(besides: path))
    #expect(reply.algorithm == String(function.dropFirst()))
    let sha256 = try EvidenceFile.capture(path).sha256
    #expect(
      try reply.finding(on: path, sha256: sha256, authority: authority.certificate) == .signed)
    try folder.write("chứng cớ", to: "bc/a.txt")
    let now = try EvidenceFile.capture(path)
    #expect(now.stamp == nil)
    #expect(
      try reply.finding(on: path, sha256: now.sha256, authority: authority.certificate)
        == .otherBytes)
    let evidence = [KeptEvidence(claims: [ClaimID(1)], capture: now)]
    let check = try EvidenceCheck(evidence, in: folder.path + "/bc", authority: nil)
    #expect(check.items[0].isThere && !check.isWhole)
  }

  @Test("What is no reply is told, and stops nothing else")
  func noReply() throws {
    let folder = try TestFolder()
    let path = try folder.write("x", to: "bc/a.txt")
    try folder.write("no reply", to: "bc/a.txt.tsr")
    #expect(throws: (any Error).self) { try TimeStampFile(besides: path) }
    let kept = try EvidenceFile.capture(path)
    #expect(kept.stamp == nil)
    let check = try EvidenceCheck(
      [KeptEvidence(claims: [ClaimID(1)], capture: kept)], in: folder.path + "/bc")
    #expect(check.isWhole)
    guard case .failure? = check.items[0].stamp?.finding else {
      Issue.record("a file that is no reply was read")
      return
    }
  }
}

/// A time-stamp authority in a folder, whose key nobody else has.
struct LocalAuthority {
  let certificate: String
  private let folder: TestFolder
  private let name: String

  static var isThere: Bool { (try? run(["version"], in: "/tmp")) == 0 }

  init(_ folder: TestFolder, name: String = "tsa") throws {
    self.folder = folder
    self.name = name
    certificate = "\(folder.path)/\(name).pem"
    try folder.write(
      """
      [tsa]
      default_tsa = own
      [own]
      serial = \(folder.path)/\(name).serial
      crypto_device = builtin
      signer_cert = \(certificate)
      signer_key = \(folder.path)/\(name).key
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      digests = sha256, sha512
      ordering = yes
      tsa_name = yes
      ess_cert_id_chain = no
      [req]
      distinguished_name = dn
      [dn]
      """, to: "\(name).cnf")
    try Self.need(
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=\(name)",
        "-config", "\(folder.path)/\(name).cnf", "-addext",
        "extendedKeyUsage=critical,timeStamping", "-keyout", "\(folder.path)/\(name).key", "-out",
        certificate,
      ], in: folder.path)
  }

  /// Writes FILE.tsr beside a file.
  func stamp(_ file: String, _ function: String = "-sha256") throws {
    let query = "\(folder.path)/query.tsq"
    try Self.need(
      ["ts", "-query", "-data", file, function, "-cert", "-out", query], in: folder.path)
    try Self.need(
      [
        "ts", "-reply", "-config", "\(folder.path)/\(name).cnf", "-section", "own", "-queryfile",
        query,
        "-out", file + ".tsr",
      ], in: folder.path)
  }

  private struct Failed: Error { var arguments: [String] }

  private static func need(_ arguments: [String], in folder: String) throws {
    if try run(arguments, in: folder) != 0 { throw Failed(arguments: arguments) }
  }

  private static func run(_ arguments: [String], in folder: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
