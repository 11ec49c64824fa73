import ClaimModel
import FactStore
import Foundation
import JSONText
import Lexicons
import Sessions
import SystemPackage
import TestSupport
import Testing

/// Every name of the agency and place tables, in every way of spelling it.
private enum Names {
  static let all: [String] = {
    let agencies = AgencyRegistry.shared.entries.flatMap { [$0.name] + $0.aliases }
    let places = WordList(embedded: "places.tsv").rows.flatMap { row in
      (1..<5).flatMap { row.items($0) }
    }
    return agencies + places
  }()

  static let spellings: [@Sendable (String) -> String] = [
    { $0 }, { $0.filter { $0 != " " } }, { $0.replacing(" ", with: "_") },
    { $0.replacing(" ", with: "-") }, { $0.replacing("-", with: " ") },
    { $0.replacing(" ", with: "\u{A0}") }, { " " + $0.replacing(" ", with: "  ") },
    { $0.lowercased() }, { $0.uppercased() }, { Folding.folded($0) },
    { $0.decomposedStringWithCanonicalMapping }, { $0 + "." },
  ]
}

/// Lists of agencies that another theo may have.
private enum Catalogues {
  /// Every second entry.
  static let smaller = SourceCatalogue(
    recalling: sources.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
  /// All, under other canonical names and with aliases of other entries.
  static let other = SourceCatalogue { name in
    SourceCatalogue.agencies.source(name).map { source in
      Source(
        name: source.name + " Group", kind: .outlet, aliases: [source.name, "AFP", name],
        country: "XX")
    } ?? Source(name: "The " + name, kind: .organisation, aliases: [name])
  }
  static let all: [(name: String, catalogue: SourceCatalogue)] = [
    ("the same", .agencies), ("empty", .empty), ("smaller", smaller), ("larger", other),
  ]

  private static let sources = AgencyRegistry.shared.entries.map { entry in
    Source(name: entry.name, kind: .agency, aliases: entry.aliases, country: entry.country)
  }
}

@Suite("What names are resolved to")
struct ResolvedNamesTests {
  /// A story that credits one name and lets another speak.
  private static func story(_ credited: [String], _ speakers: [String]) -> LoadedArticle {
    let text = "Cháy lớn ở cảng Vân Sa"
    let kinds: [SourceKind] = [.organisation, .unknown, .government, .agency, .outlet, .person]
    let claims = speakers.enumerated().map { place, name in
      Claim(
        kind: .indirect, content: [TextSpan(0, 4 + place % 3)],
        speaker: Speaker(name: name, kind: kinds[place % kinds.count]), worth: 0.5,
        context: TextSpan(0, text.utf8.count))
    }
    return LoadedArticle(
      article: Article(
        name: "a.txt", text: text, language: .vietnamese,
        byline: Byline(span: TextSpan(0, 4), agencies: credited)),
      claims: PackedClaims(claims))
  }

  /// Sessions are the same in every respect, opened with any list of agencies.
  private func check(_ store: FactStore, _ comment: Comment) throws {
    let bytes = SessionDocument.bytes(of: store, theo: "1.0")
    let document = try SessionDocument(bytes, path: "s.json")
    for (name, catalogue) in Catalogues.all {
      let opened = try OpenedSession(document, catalogue: catalogue, path: "s.json")
      #expect(opened.findings == [], "\(comment) opened with the list that is \(name)")
      let isSame = opened.store.log == store.log && opened.store.sources == store.sources
      #expect(isSame, "\(comment) opened with the list that is \(name)")
      let isSameClaims = (1..<(store.lastClaim?.number ?? 0) + 1).allSatisfy {
        opened.store.claim(ClaimID($0)) == store.claim(ClaimID($0))
      }
      #expect(isSameClaims, "\(comment) opened with the list that is \(name)")
      let again = SessionDocument.bytes(
        of: opened.store, carrying: opened.carriedOver, theo: "1.0")
      #expect(again == bytes, "\(comment) saved again with the list that is \(name)")
    }
  }

  @Test(
    "A name glued together is the agency's when the session is opened again",
    arguments: ["Straitstimes", "LAtimes", "KhaleejTimes", "Almasdar_News", "AssociatedPress"])
  func glued(name: String) throws {
    var store = FactStore()
    try store.apply(.load([Self.story([name], [])]), at: 0)
    #expect(store.sources.map(\.name) == [AgencyRegistry.shared.entry(named: name)?.name])
    try check(store, "\(name)")
  }

  @Test("Every name of the tables in every spelling opens as it was", arguments: 0..<12)
  func everyName(spelling: Int) throws {
    let names = Names.all.map(Names.spellings[spelling])
    var random = SplitMix(seed: UInt64(spelling))
    var store = FactStore()
    for start in stride(from: 0, to: names.count, by: 20) {
      let some = Array(names[start..<min(start + 20, names.count)])
      let others = (0..<6).map { _ in names[random.next(below: names.count)] }
      try store.apply(.load([Self.story(some, others), Self.story(others, some)]), at: start)
    }
    try check(store, "spelling \(spelling)")
  }

  /// Does random operations on sources: all that look names up.
  private static func work(
    _ random: inout SplitMix, on store: inout FactStore, operations: Int, user: String
  ) {
    func name() -> String {
      let spelling = Names.spellings[random.next(below: Names.spellings.count)]
      return spelling(Names.all[random.next(below: Names.all.count)])
    }
    func claim() -> [ClaimID] {
      [ClaimID(1 + random.next(below: store.lastClaim?.number ?? 1))]
    }
    for number in 0..<operations {
      let action: Action =
        switch random.next(below: store.lastClaim == nil ? 1 : 11) {
        case 0: .load([story([name(), name()], [name(), name(), name()])])
        case 1, 2:
          .attribute(claims: claim(), sources: [name(), name()], role: .reportedBy)
        case 3: .removeAttribution(claims: claim(), sources: [name()])
        case 4: .annotateSource(name(), SourceMark(reliability: .b, parent: name()))
        case 5:
          .addSource(
            Source(name: name(), kind: .agency, aliases: [name()], parent: name()))
        case 6: .addAliases(source: name(), aliases: [name()])
        case 7: .mergeSources(into: name(), from: name())
        case 8: .undo(steps: 1 + random.next(below: 3))
        case 9: .redo(steps: 1)
        default: .goTo(operation: random.next(below: store.log.count + 1))
        }
      let time = Timestamp(seconds: 1_700_000_000 + 60 * number)
      _ = try? store.apply(Operation(user: user, time: time, action: action))
    }
  }

  @Test(
    "Whatever is done with sources, a session is a function of its file", arguments: 1...24)
  func functionOfFile(seed: Int) throws {
    var random = SplitMix(seed: seed)
    var store = FactStore(catalogue: Catalogues.all[seed % 4].catalogue)
    Self.work(&random, on: &store, operations: 60, user: "an")
    try check(store, "seed \(seed)")
  }

  @Test("A session goes on with another list, and stays a function of its file", arguments: 1...8)
  func goesOn(seed: Int) throws {
    var random = SplitMix(seed: seed)
    var store = FactStore()
    for (_, catalogue) in Catalogues.all {
      store.catalogue = catalogue
      Self.work(&random, on: &store, operations: 15, user: "an")
      let bytes = SessionDocument.bytes(of: store, theo: "1.0")
      store = try OpenedSession(
        try SessionDocument(bytes, path: "s.json"), catalogue: catalogue, path: "s.json"
      ).store
    }
    try check(store, "seed \(seed)")
  }

  @Test("A merge of two sessions asks no list of agencies", arguments: 1...12)
  func merges(seed: Int) throws {
    var random = SplitMix(seed: seed)
    var past = FactStore()
    Self.work(&random, on: &past, operations: 10, user: "an")
    var (ours, theirs) = (past, past)
    ours.catalogue = Catalogues.smaller
    Self.work(&random, on: &ours, operations: 20, user: "an")
    Self.work(&random, on: &theirs, operations: 20, user: "bình")
    let merge = SessionMerge(ours: ours, theirs: theirs)
    let merged = Catalogues.all.map { merge.merged(catalogue: $0.catalogue) { $0.newest }.store }
    for store in merged {
      let isSame = store.log == merged[0].log
      #expect(isSame)
    }
    try check(merged[0], "seed \(seed)")
    #expect(
      SessionMerge(ours: theirs, theirs: ours).merged { $0.newest }.store.digest
        == merged[0].digest)
  }

  @Test("What was resolved stands with its operation")
  func written() throws {
    var store = FactStore()
    try store.apply(.load([Self.story(["Straitstimes", "AFP", "AFP"], ["Straitstimes"])]), at: 0)
    try store.apply(.annotateSource("afp", SourceMark(note: "x")), at: 1)
    #expect(
      store.log[0].operation.resolved?.map(\.name) == ["Straitstimes", "AFP"])
    #expect(store.log[0].operation.resolved?[0].source.name == "Straits Times")
    #expect(store.log[1].operation.resolved == [])
  }

  @Test("A session of version 2 resolves its names as the theo that wrote it did")
  func versionTwo() throws {
    // Of that version: the names of the entries alone are known.
    var store = FactStore()
    try store.apply(.load([Self.story(["Straitstimes"], ["LAtimes", "Bộ Y tế"])]), at: 0)
    let sources = store.log.flatMap { $0.operation.resolved ?? [] }.map(\.source)
    let bytes = SessionDocument.bytes(of: store, theo: "1.0")
    guard case .object(var root) = try JSONReader.read(bytes),
      case .array(var operations)? = root["operations"], case .object(var load) = operations[0]
    else { return }
    load["resolved"] = nil
    load["hash"] = nil
    operations[0] = .object(load)
    root["operations"] = .array(operations)
    root["end"] = nil
    root["version"] = 1
    root["catalogue"] = .array(
      sources.map { source in
        [
          "name": .string(source.name), "kind": .string(source.kind.rawValue),
          "aliases": .array(source.aliases.map { .string($0) }),
        ]
      })
    let document = try SessionDocument(JSONWriter().bytes(.object(root)), path: "s.json")
    let opened = try OpenedSession(document, catalogue: .empty, path: "s.json")
    #expect(opened.store.sources.map(\.name) == store.sources.map(\.name))
  }
}

extension FactStore {
  fileprivate mutating func apply(_ action: Action, at minute: Int) throws {
    let time = Timestamp(seconds: 1_704_445_200 + 60 * minute)
    _ = try apply(Operation(user: "an", time: time, action: action))
  }
}
