import ClaimModel
import FactStore
import SystemPackage
import TestSupport
import TerminalText
import Testing

@testable import Commands
@testable import Desk

/// What leaves by `export` and comes back by `import` on a desk with the same stories.
@Suite("Export and import")
struct RoundTripTests {
  private static let notes = [
    "=1+1", "''=x", "'tis so", "two\nlines", "a; b", "đê \"vỡ\" 🌊, thật", "-5 lính", "tab\tin",
    "back\\slash\\n", "_x000D_ <b>&amp;", "plain",
  ]
  private static let tags = ["lũ", "a b", "x;y", "=sum"]
  private static let evidence = [
    "https://example.org/1", "https://example.org/b?x=1;y", "c2", "report, p. 4",
  ]

  /// A desk of two stories with claims by hand and marks on many claims.
  private func desk(_ seed: Int) throws -> Desk {
    var generator = SplitMix(seed: seed)
    func one(_ texts: [String]) -> String { texts[generator.next(below: texts.count)] }
    var desk = testDesk(TestStory.both)
    for record in desk.store.articles {
      for _ in 0..<generator.next(below: 3) {
        let claim = words(of: record.article, &generator)
        let isThere = desk.store.claims(in: record.id).contains {
          desk.store.claim($0)?.claim.content == claim.content
        }
        if !isThere { try desk.perform(.addClaim(record.id, claim)) }
      }
    }
    for id in Array(desk.store.claims) where generator.next(below: 3) > 0 {
      var mark = ClaimMark(verdict: Verdict.allCases[generator.next(below: 7)])
      if mark.verdict == .unchecked { mark.verdict = nil }
      mark.credibility = Credibility(generator.next(below: 7))
      if generator.next(below: 2) == 0 { mark.note = one(Self.notes) }
      if generator.next(below: 2) == 0 { mark.tags = [one(Self.tags)] }
      if generator.next(below: 2) == 0 { mark.evidence = [one(Self.evidence)] }
      if !mark.isEmpty { try desk.perform(.annotateClaims([id], mark)) }
      if generator.next(below: 3) == 0 {
        let more = ClaimMark(
          note: one(Self.notes), tags: [one(Self.tags)], evidence: [one(Self.evidence)])
        try desk.perform(.annotateClaims([id], more))
      }
      if generator.next(below: 4) == 0 {
        try desk.perform(.attribute(claims: [id], sources: ["Trần Kha"], role: .saidBy))
      }
    }
    return desk
  }

  /// Some words of a story, sometimes in two pieces.
  private func words(of article: Article, _ generator: inout SplitMix) -> Claim {
    let blanks = Array(article.text.utf8).indices.filter { Array(article.text.utf8)[$0] == 0x20 }
    let first = generator.next(below: blanks.count - 8)
    var content = [TextSpan(blanks[first] + 1, blanks[first + 2])]
    if generator.next(below: 2) == 0 {
      content.append(TextSpan(blanks[first + 4] + 1, blanks[first + 6]))
    }
    return Claim(kind: .narrated, content: content, context: content[0])
  }

  /// All that a form holds of a claim, by story and words.
  private struct Held: Equatable {
    var verdict: Verdict
    var credibility: Credibility?
    var notes: String
    var tags: Set<String>
    var evidence: Set<String>
    var speakers: Set<String>
  }

  private func held(
    _ desk: Desk, addedToo: Bool, _ holds: (ClaimRecord) -> Held?
  ) -> [String: Held] {
    var all = [String: Held]()
    for id in desk.store.claims {
      guard let record = desk.store.claim(id), addedToo || record.origin == .extracted else {
        continue
      }
      all["\(record.articleID) \(record.claim.content)"] = holds(record)
    }
    return all
  }

  private func everything(_ record: ClaimRecord) -> Held {
    Held(
      verdict: record.verdict, credibility: record.credibility,
      notes: record.notes.joined(separator: "\n"), tags: Set(record.tags),
      evidence: Set(record.evidence),
      speakers: Set(record.attributions.filter { $0.role == .saidBy }.map(\.source)))
  }

  private func came(
    _ file: String, _ options: String, of desk: Desk
  ) throws -> Desk {
    let folder = try TestFolder()
    var from = desk
    var to = testDesk(TestStory.both)
    let out = ran("export \(folder.path)/\(file) \(options)", on: &from)
    #expect(out.status == .done, "\(out.messages)")
    let back = ran("import \(folder.path)/\(file) \(options) --yes", on: &to)
    #expect(back.status == .done, "\(back.messages)")
    // The second time there is nothing left to do.
    let again = ran("import \(folder.path)/\(file) \(options) --yes", on: &to)
    #expect(again.output.hasPrefix("nothing to change"), "\(again.output)")
    return to
  }

  @Test(
    "Sheets bring back every mark of a claim that the story has",
    arguments: ["s.csv", "s.xlsx"])
  func sheets(file: String) throws {
    for seed in 1...12 {
      let desk = try desk(seed)
      let back = try came(file, "", of: desk)
      #expect(
        held(back, addedToo: false, everything) == held(desk, addedToo: false, everything),
        "seed \(seed)")
    }
  }

  @Test(
    "Annotations bring back every mark, and claims that were added by hand",
    arguments: [("s.jsonld", ""), ("s.zip", "--as brat"), ("s", "--as brat")])
  func annotations(file: String, options: String) throws {
    for seed in 1...12 {
      let desk = try desk(seed)
      let back = try came(file, options, of: desk)
      #expect(
        held(back, addedToo: true, everything) == held(desk, addedToo: true, everything),
        "seed \(seed)")
    }
  }

  @Test("Reviews bring back what they hold: claims with verdicts, evidence that is a link")
  func reviews() throws {
    for seed in 1...12 {
      let desk = try desk(seed)
      let back = try came("s.json", "--as claimreview", of: desk)
      let held = { (record: ClaimRecord) -> Held? in
        guard record.verdict != .unchecked else { return nil }
        var held = everything(record)
        held.credibility = nil
        held.evidence = held.evidence.filter { $0.hasPrefix("http") }
        return held
      }
      #expect(
        self.held(back, addedToo: false, held) == self.held(desk, addedToo: false, held),
        "seed \(seed)")
    }
  }

  @Test("Whatever is changed in a file, import makes changes, lists what it leaves out, or refuses")
  func damaged() throws {
    let desk = try desk(3)
    let folder = try TestFolder()
    var from = desk
    var generator = SplitMix(seed: 11)
    for (file, options) in [
      ("s.csv", ""), ("s.xlsx", ""), ("s.jsonld", ""), ("r.json", "--as claimreview"),
      ("s.zip", "--as brat"),
    ] {
      _ = ran("export \(folder.path)/\(file) \(options)", on: &from)
      let bytes = try folder.bytes(file)
      for _ in 0..<25 {
        var damaged = bytes
        for _ in 0...generator.next(below: 4) {
          damaged[generator.next(below: damaged.count)] = UInt8(generator.next(below: 256))
        }
        if generator.next(below: 4) == 0 { damaged = Array(damaged.prefix(damaged.count / 2)) }
        try folder.write(damaged, to: file)
        var to = testDesk(TestStory.both)
        let back = ran("import \(folder.path)/\(file) \(options) --yes", on: &to)
        #expect([.done, .badData].contains(back.status), "\(file): \(back.messages)")
      }
    }
  }

  @Test("Nothing is changed where the answer is no, and a script must say yes beforehand")
  func asking() throws {
    let folder = try TestFolder()
    var desk = testDesk(TestStory.both)
    try folder.write("text,id,verdict\nx,c1,true\n", to: "wrong.csv")
    let text = desk.store.text(of: try #require(desk.store.claim(ClaimID(1))))
    try folder.write("text,id,verdict\n\"\(text)\",c1,sai\n", to: "s.csv")
    let before = desk.store.digest
    let silent = ran("import \(folder.path)/s.csv", on: &desk)
    #expect(silent.status == .failed)
    #expect(silent.messages.contains("--yes makes this change"))
    let console = TestConsole()
    console.isInteractive = true
    console.answers = [false, true]
    _ = ran("import \(folder.path)/s.csv", on: &desk, console: console)
    #expect(console.questions == ["make this change?"])
    #expect(desk.store.digest == before)
    let wrong = ran("import \(folder.path)/wrong.csv", on: &desk)
    #expect(wrong.output.contains("line 2: c1: its words are"))
    #expect(desk.store.digest == before)
    _ = ran("import \(folder.path)/s.csv", on: &desk, console: console)
    #expect(desk.store.claim(ClaimID(1))?.verdict == .false)
    _ = ran("undo", on: &desk)
    #expect(desk.store.digest == before)
  }

  @Test("An export that fails leaves the old file, and the session's own file is not written over")
  func oldFiles() throws {
    let folder = try TestFolder()
    var desk = testDesk(TestStory.both)
    _ = ran("save \(folder.path)/s.json", on: &desk)
    let over = ran("export \(folder.path)/s.json --as json", on: &desk)
    #expect(over.status != .done)
    try folder.write("old", to: "old.csv")
    let fault = OneFault()
    let protection = SessionProtection(
      calls: fault.calls, host: { "desk-3" }, process: 7, stateFolder: nil, journals: false)
    var failing = Desk(
      store: desk.store,
      surroundings: Surroundings(
        now: { Timestamp(seconds: 1_773_824_400) }, user: "an", protection: protection))
    // Each call in turn fails, until one export goes through.
    for number in 1...100 {
      fault.fail(number, with: .noSpace)
      let out = ran("export \(folder.path)/old.csv", on: &failing)
      if out.status == .done { break }
      let text = try folder.text("old.csv")
      #expect(text == "old" || text.hasPrefix("id,"), "call \(number)")
      #expect(try folder.names().allSatisfy { !$0.hasSuffix(".tmp") })
    }
  }
}
