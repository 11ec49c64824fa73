import ClaimModel
import FactStore
import Sessions
import SystemPackage
import Testing

@Suite("Conflicts of a merge")
struct MergeConflictTests {
  /// What each side does after both loaded a story; ours an hour before theirs.
  private func merge(
    _ ours: [Action], _ theirs: [Action], past: [Action] = [.load([Sample.loadedFire])],
    users: (String, String) = ("an", "bình")
  ) throws -> SessionMerge {
    func session(_ actions: [Action], by user: String, from start: Int) throws -> FactStore {
      var store = try Sample.store(past)
      for (index, action) in actions.enumerated() {
        let time = Timestamp(seconds: 1_704_500_000 + start + index)
        _ = try store.apply(Operation(user: user, time: time, action: action))
      }
      return store
    }
    return SessionMerge(
      ours: try session(ours, by: users.0, from: 0),
      theirs: try session(theirs, by: users.1, from: 3600))
  }

  private let c1 = ClaimID(1)
  private let c2 = ClaimID(2)

  private func smoke(_ kind: ClaimKind) -> Claim {
    Claim(
      kind: kind, content: [Sample.fire.span("Khói bốc cao")],
      context: Sample.fire.span("Khói bốc cao."))
  }

  @Test("Verdicts of two people stand side by side")
  func sideBySide() throws {
    let merge = try merge(
      [.annotateClaims([c1], ClaimMark(verdict: .true, note: "x"))],
      [.annotateClaims([c1], ClaimMark(verdict: .false))])
    #expect(merge.conflicts.isEmpty)
    let record = try #require(merge.merged { $0.newest }.store.claim(c1))
    #expect(record.marks.map(\.user) == ["an", "bình"])
    #expect(record.verdict == .false)
  }

  @Test("Two verdicts of one person are a conflict; the winner's alone stands")
  func ownVerdicts() throws {
    let merge = try merge(
      [.annotateClaims([c1, c2], ClaimMark(verdict: .true))],
      [.annotateClaims([c1], ClaimMark(verdict: .false))], users: ("an", "an"))
    #expect(merge.conflicts.count == 1)
    guard case .verdict(_, by: "an") = merge.conflicts[0].subject else {
      Issue.record("\(merge.conflicts[0].subject)")
      return
    }
    #expect(merge.conflicts[0].newest == .theirs)
    let theirs = merge.merged { _ in .theirs }.store
    #expect(theirs.claim(c1)?.marks.map(\.mark.verdict) == [.false])
    #expect(theirs.claim(c2)?.verdict == .true)
    #expect(merge.merged { _ in .ours }.store.claim(c1)?.verdict == .true)
  }

  @Test("A claim that one dropped and the other worked on is a conflict")
  func dropped() throws {
    let merge = try merge(
      [.dropClaims([c1, c2])], [.annotateClaims([c1], ClaimMark(tags: ["x"]))])
    #expect(merge.conflicts.count == 1)
    #expect(merge.conflicts[0].operations == [.ours: [2], .theirs: [2]])
    let ours = merge.merged { _ in .ours }
    #expect(ours.store.claim(c1) == nil)
    #expect(ours.skipped.isEmpty)
    let theirs = merge.merged { _ in .theirs }.store
    #expect(theirs.claim(c1)?.tags == ["x"])
    #expect(theirs.claim(c2) == nil)
  }

  @Test("A claim that both dropped is dropped once")
  func bothDropped() throws {
    let merge = try merge([.dropClaims([c1])], [.dropClaims([c1, c2])])
    #expect(merge.conflicts.isEmpty)
    let merged = merge.merged { $0.newest }
    #expect(merged.skipped.isEmpty)
    #expect(merged.store.claimCount == 0)
  }

  @Test("A claim that both put right, differently, is a conflict; alike it is none")
  func edited() throws {
    let apart = try merge([.editClaim(c2, smoke(.direct))], [.editClaim(c2, smoke(.mixed))])
    #expect(apart.conflicts.count == 1)
    #expect(apart.merged { _ in .ours }.store.claim(c2)?.claim.kind == .direct)
    #expect(apart.merged { $0.newest }.store.claim(c2)?.claim.kind == .mixed)
    let alike = try merge([.editClaim(c2, smoke(.direct))], [.editClaim(c2, smoke(.direct))])
    #expect(alike.conflicts.isEmpty)
  }

  @Test("An attribution that one took away and the other gave is a conflict, by any of its names")
  func attribution() throws {
    let merge = try merge(
      [.removeAttribution(claims: [c2], sources: ["AFP"])],
      [.attribute(claims: [c2], sources: ["Agence France-Presse"], role: .saidBy)])
    #expect(merge.conflicts.count == 1)
    guard case .attribution(_, source: "AFP") = merge.conflicts[0].subject else {
      Issue.record("\(merge.conflicts[0].subject)")
      return
    }
    #expect(merge.merged { _ in .ours }.store.claim(c2)?.attributions.isEmpty == true)
    #expect(merge.merged { _ in .theirs }.store.claim(c2)?.attributions.count == 2)
  }

  @Test("What one took back of the past is taken back, unless the other built on it")
  func takenBack() throws {
    let past: [Action] = [
      .load([Sample.loadedFire]), .load([Sample.loadedPort]),
      .annotateClaims([c1], ClaimMark(tags: ["past"])),
    ]
    let plain = try merge(
      [.undo(steps: 2)], [.annotateClaims([c1], ClaimMark(tags: ["new"]))], past: past)
    #expect(plain.conflicts.isEmpty)
    let store = plain.merged { $0.newest }.store
    #expect(store.articles.count == 1)
    #expect(store.claim(c1)?.tags == ["new"])
    let built = try merge(
      [.undo(steps: 2)], [.annotateClaims([ClaimID(3)], ClaimMark(tags: ["new"]))], past: past)
    #expect(built.conflicts.count == 1)
    #expect(built.merged { _ in .ours }.store.articles.count == 1)
    let kept = built.merged { $0.newest }.store
    #expect(kept.articles.count == 2)
    #expect(kept.claims.contains { kept.claim($0)?.tags == ["new"] })
  }

  @Test("Claims that are evidence for others are named by their ids in the merged session")
  func evidence() throws {
    let merge = try merge(
      [
        .load([Sample.loadedFire]), .load([Sample.loadedPort]),
        .annotateClaims([c2], ClaimMark(tags: ["x"])),
      ],
      [
        .load([Sample.loadedPort]), .load([Sample.loadedFire]),
        .annotateClaims([ClaimID(2)], ClaimMark(evidence: ["c1", "https://example.org/9"])),
      ], past: [])
    let store = merge.merged { $0.newest }.store
    #expect(store.articles.count == 2)
    let record = try #require(store.claim(c1))
    #expect(record.evidence == ["c3", "https://example.org/9"])
    #expect(store.text(of: try #require(store.claim(ClaimID(3)))) == "\"ships sail again\"")
  }

  @Test("What two people kept of one piece of evidence stands side by side, and so do corrections")
  func kept() throws {
    func capture(_ digit: Character) -> EvidenceCapture {
      EvidenceCapture(
        evidence: "trang.html", sha256: String(repeating: digit, count: 64), length: 3,
        name: "trang.html", form: "html")
    }
    func correction(_ right: String) -> Correction {
      Correction(
        form: .pressLaw, language: .vietnamese, place: PublishedPlace(title: "Cháy lớn"),
        wrong: "hơn 40", right: right)
    }
    let merge = try merge(
      [
        .annotateClaims([c1], ClaimMark(captures: [capture("a")])),
        .recordCorrection(c1, correction("50")),
      ],
      [
        .annotateClaims([c1], ClaimMark(captures: [capture("a"), capture("b")])),
        .recordCorrection(c1, correction("60")),
      ])
    #expect(merge.conflicts.isEmpty)
    let store = merge.merged { $0.newest }.store
    let record = try #require(store.claim(c1))
    #expect(record.evidence == ["trang.html"])
    #expect(record.captures.map(\.mark) == [capture("a"), capture("b")])
    #expect(record.captures.map(\.user) == ["an", "bình"])
    #expect(record.corrections.map(\.mark.right) == ["50", "60"])
    let opened = try OpenedSession(
      try SessionDocument(SessionDocument.bytes(of: store, theo: "1.0"), path: "m.json"),
      path: "m.json")
    #expect(opened.store.digest == store.digest && opened.findings == [])
  }

  @Test("A change that cannot be done is left out and told")
  func skipped() throws {
    let merge = try merge(
      [.addSource(Source(name: "Đài Vân Sa", kind: .outlet))],
      [.addSource(Source(name: "Đài Vân Sa", kind: .agency))])
    let merged = merge.merged { $0.newest }
    #expect(merged.skipped.map(\.error) == [.sourceExists("Đài Vân Sa")])
    #expect(merged.skipped.map(\.side) == [.theirs])
  }
}
