import ClaimModel
import FactStore
import TestSupport
import Testing

@Suite("Evidence that was kept, and corrections")
struct KeptEvidenceTests {
  private let c2 = ClaimID(2)

  private func capture(_ digit: Character, of evidence: String = "trang.html") -> EvidenceCapture {
    EvidenceCapture(
      evidence: evidence, sha256: String(repeating: digit, count: 64), length: 12,
      name: "trang.html",
      form: "html", savedFrom: "https://bao.example/1", savedAt: StoryTime(iso: "2024-03-12"))
  }

  private func loaded() throws -> FactStore {
    var store = FactStore()
    try store.apply(.load([Stories.fire]))
    return store
  }

  @Test("A piece that is kept is in the list of evidence, and goes with what was kept of it")
  func comesAndGoes() throws {
    var store = try loaded()
    let plain = store.digest
    let outcome = try store.apply(.annotateClaims([c2], ClaimMark(captures: [capture("a")])))
    #expect(
      outcome.claims[0].differences
        == [.evidence("trang.html", .gained), .capture(capture("a"), .gained)])
    #expect(store.claim(c2)?.evidence == ["trang.html"])
    #expect(store.claim(c2)?.captures.map(\.user) == ["an"])
    try store.apply(.annotateClaims([c2], ClaimMark(captures: [capture("b")])), user: "bình")
    #expect(store.claim(c2)?.captures.map(\.mark) == [capture("a"), capture("b")])
    try store.apply(.annotateClaims([c2], ClaimMark(removedEvidence: ["trang.html"])))
    #expect(store.claim(c2)?.captures.isEmpty == true)
    try store.apply(.undo(steps: 1))
    #expect(store.claim(c2)?.captures.count == 2)
    try store.apply(.undo(steps: 2))
    #expect(store.digest == plain)
  }

  @Test("A stamp joins what was kept, which stays of whoever kept it first")
  func stamped() throws {
    var store = try loaded()
    try store.apply(.annotateClaims([c2], ClaimMark(captures: [capture("a")])))
    let before = store.digest
    var stamped = capture("a")
    stamped.stamp = TimeStampReply(
      sha256: "9", name: "trang.html.tsr", time: Timestamp(seconds: 9), serial: "0x01")
    try store.apply(.annotateClaims([c2], ClaimMark(captures: [stamped])), user: "bình")
    #expect(store.digest != before)
    #expect(store.claim(c2)?.captures.map(\.mark) == [stamped])
    #expect(store.claim(c2)?.captures.map(\.user) == ["an"])
    // Kept once more without it, the stamp stays.
    try store.apply(.annotateClaims([c2], ClaimMark(captures: [capture("a")])), user: "chi")
    #expect(store.claim(c2)?.captures.map(\.mark) == [stamped])
  }

  @Test("Every member of what was kept is in the digest")
  func digests() throws {
    var others = [capture("a")]
    for change: (inout EvidenceCapture) -> Void in [
      { $0.sha256 = "b" }, { $0.length = 13 }, { $0.name = "x" }, { $0.form = nil },
      { $0.savedFrom = nil }, { $0.savedAt = nil }, { $0.evidence = "x" },
    ] {
      var other = capture("a")
      change(&other)
      others.append(other)
    }
    let digests = try others.map { capture in
      var store = try loaded()
      try store.apply(.annotateClaims([c2], ClaimMark(captures: [capture])))
      return store.digest
    }
    #expect(Set(digests).count == others.count)
  }

  private func correction(_ right: String) -> Correction {
    Correction(
      form: .pressLaw, language: .vietnamese, place: PublishedPlace(title: "Cháy cảng"),
      wrong: "14 người chết", right: right)
  }

  @Test("A correction stands on its claim, in the log and in the digest, until it is taken back")
  func corrected() throws {
    var store = try loaded()
    let plain = store.digest
    let outcome = try store.apply(.recordCorrection(c2, correction("11 người chết")), user: "chi")
    #expect(
      outcome.claims == [
        ClaimChange(id: c2, differences: [.correction(correction("11 người chết"), .gained)])
      ])
    #expect(store.claim(c2)?.corrections.map(\.user) == ["chi"])
    #expect(store.log(concerning: [c2]).map(\.number) == [1, 2])
    #expect(store.log(concerning: [ClaimID(1)]).map(\.number) == [1])
    let first = store.digest
    try store.apply(.recordCorrection(c2, correction("12 người chết")))
    #expect(store.claim(c2)?.corrections.map(\.mark.right) == ["11 người chết", "12 người chết"])
    #expect(store.claim(c2)?.verdict == .unchecked)
    try store.apply(.undo(steps: 1))
    #expect(store.digest == first)
    let back = try store.apply(.undo(steps: 1))
    #expect(back.claims[0].differences == [.correction(correction("11 người chết"), .lost)])
    #expect(store.digest == plain)
  }

  @Test(
    "A correction needs words that are wrong, and other ones",
    arguments: [("", "a"), ("a", " "), ("a", "a")])
  func refused(wrong: String, right: String) throws {
    var store = try loaded()
    let correction = Correction(
      form: .ifcn, language: .english, place: PublishedPlace(), wrong: wrong, right: right)
    #expect(throws: OperationError.emptyCorrection) {
      try store.apply(.recordCorrection(c2, correction))
    }
    #expect(throws: OperationError.noSuchClaim(ClaimID(99), last: ClaimID(3))) {
      try store.apply(.recordCorrection(ClaimID(99), self.correction("x")))
    }
    #expect(store.log.count == 1)
  }
}
