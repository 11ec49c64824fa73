import ClaimModel
import FactStore
import TerminalText
import TestSupport
import Testing

@Suite("An audit")
struct AuditTests {
  @Test("names every planted gap of a desk, and nothing else", arguments: 1...60)
  func desks(seed: Int) throws {
    var maker = AuditDesks(seed: seed)
    let desk = try maker.desk()
    let found = desk.store.audit().items.map { "\($0.claim) \($0.rule.check.rawValue)" }
    #expect(Set(found) == desk.gaps)
    #expect(found.count == Set(found).count)
  }

  @Test("is given desks with gaps of every kind, several in one, and without any")
  func variety() throws {
    var counts = [String: Int]()
    var whole = 0
    var several = 0
    for seed in 1...60 {
      var maker = AuditDesks(seed: seed)
      let gaps = try maker.desk().gaps
      whole += gaps.isEmpty ? 1 : 0
      several += gaps.count > 2 ? 1 : 0
      for gap in gaps { counts[String(gap.split(separator: " ")[1]), default: 0] += 1 }
    }
    let kinds = Set(AuditRule.Check.allCases.map(\.rawValue)).subtracting(["kept"])
    #expect(Set(counts.keys) == kinds, "\(counts)")
    #expect(counts.values.allSatisfy { $0 >= 2 }, "\(counts)")
    #expect(whole >= 2 && several >= 10, "\(whole) without gaps, \(several) with several")
  }

  private func judged(_ mark: ClaimMark = ClaimMark(verdict: .true)) throws -> FactStore {
    var store = FactStore()
    try store.apply(.load([Stories.fire]))
    try store.apply(.annotateClaims([ClaimID(2)], mark))
    return store
  }

  private func open(_ store: FactStore, _ rules: AuditRules = .standard) -> [String] {
    store.audit(by: rules).items.map { "\($0.rule.check.rawValue): \($0.missing)" }
  }

  @Test("says what is missing, and the command that closes it")
  func words() throws {
    let store = try judged(ClaimMark(verdict: .false))
    #expect(
      open(store) == [
        "roots: 1 root: AFP", "evidence: no evidence", "reason: no note",
        "asked: not said whether Sở Cứu hỏa Vân Sa was asked",
      ])
    #expect(
      store.audit().items.map(\.remedy) == [
        "annotate c2 --tag \"one-source:WHY\"", "annotate c2 --evidence FILE --capture",
        "annotate c2 --note \"WHY\"", "annotate c2 --asked yes|no|refused|no-answer",
      ])
  }

  @Test("asks only what concerns a verdict")
  func concerns() throws {
    #expect(open(try judged(ClaimMark(verdict: .unverifiable))) == ["reason: no note"])
    #expect(open(try judged(ClaimMark(note: "x"))).isEmpty)
    #expect(try judged().audit([ClaimID(1)]).claims.isEmpty)
  }

  @Test("obeys a newsroom's table: what it leaves empty stays as it was")
  func ownRules() throws {
    let store = try judged(ClaimMark(verdict: .false, evidence: ["https://a.example"]))
    let table = """
      # our own
      roots\toff
      reason\tmust\ttrue;false
      asked\tmust\t\t\tgefragt
      kept\tshould
      """
    let rules = try AuditRules.standard.changed(by: table, at: "audit-rules.tsv")
    #expect(
      open(store, rules) == [
        "reason: no note", "asked: not said whether Sở Cứu hỏa Vân Sa was asked",
        "kept: not kept: https://a.example",
      ])
    let asked = try #require(rules.rules.first { $0.check == .asked })
    #expect(asked.tag == "gefragt" && asked.severity == .must)
    #expect(asked.verdicts == [.halfTrue, .misleading, .false])
    let one = try AuditRules.standard.changed(by: "roots\tmust\t\t1", at: "t")
    #expect(!open(store, one).contains { $0.hasPrefix("roots") })
  }

  @Test(
    "refuses a table with its line, and what may stand there",
    arguments: [
      ("root\tmust", "t.tsv:2: 'root' is no rule; expected verdict, roots,"),
      ("roots\tmusst", "t.tsv:2: 'musst' is no severity; expected must, should, off"),
      ("roots\tmust\tfalsch", "t.tsv:2: 'falsch' is no verdicts; expected unchecked, true"),
      ("roots\tmust\t*\t0", "t.tsv:2: '0' is no least; expected a number from 1"),
    ])
  func refused(line: String, message: String) throws {
    let error = #expect(throws: AuditRuleError.self) {
      try AuditRules.standard.changed(by: "# x\n" + line, at: "t.tsv")
    }
    #expect(error?.message.headline.hasPrefix(message) == true, "\(error as Any)")
  }

  @Test("has a rule for all that it can look at")
  func embedded() {
    #expect(AuditRules.standard.rules.map(\.check) == AuditRule.Check.allCases)
    #expect(
      AuditRules.standard.rules.allSatisfy { !$0.asks.isEmpty && $0.remedy.contains("{claim}") })
  }

  @Test("finds the same after an undo and a redo of everything", arguments: 1...6)
  func undo(seed: Int) throws {
    var maker = AuditDesks(seed: seed)
    var store = try maker.desk().store
    let items = store.audit().items
    let last = store.log.count
    try store.apply(.goTo(operation: 0))
    #expect(store.audit().claims.isEmpty)
    try store.apply(.goTo(operation: last))
    #expect(store.audit().items == items)
  }
}
