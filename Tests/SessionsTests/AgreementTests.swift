import ClaimModel
import FactStore
import Foundation
import Sessions
import TestSupport
import Testing

@Suite("Agreement")
struct AgreementTests {
  /// Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", example C: four
  /// observers, twelve units, five values, some missing.
  static let krippendorff = data([
    "1 2 3 3 2 1 4 1 2 - - -", "1 2 3 3 2 2 4 1 2 5 - 3", "- 3 3 3 2 3 4 2 2 5 1 -",
    "1 2 3 3 2 4 4 1 2 5 1 -",
  ])

  /// A row for each rater.
  private static func data(_ rows: [String]) -> ReliabilityData {
    let values = rows.map { $0.split(separator: " ").map { Int($0) } }
    return ReliabilityData(units: values[0].indices.map { unit in values.map { $0[unit] } })
  }

  /// Two raters from how often each pair of values occurs.
  private static func table(_ counts: [[Int]]) -> ReliabilityData {
    var units = [[Int?]]()
    for (a, row) in counts.enumerated() {
      for (b, count) in row.enumerated() { units += Array(repeating: [a, b], count: count) }
    }
    return ReliabilityData(units: units)
  }

  private func isNear(_ value: Double?, _ expected: Double) -> Bool {
    guard let value else { return false }
    return abs(value - expected) < 0.0005
  }

  @Test("Alpha is that of Krippendorff's own example")
  func alpha() {
    #expect(isNear(Self.krippendorff.alpha(.nominal), 0.743))
    #expect(isNear(Self.krippendorff.alpha(.ordinal), 0.815))
  }

  @Test(
    "Kappa is that of worked examples",
    arguments: [
      // Cohen (1960), three diagnoses of 200 patients.
      ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.700, 0.492),
      // Fifty grants, yes or no.
      ([[20, 5], [10, 15]], 0.700, 0.400),
      ([[45, 15], [25, 15]], 0.600, 0.130), ([[25, 35], [5, 35]], 0.600, 0.259),
    ])
  func kappa(counts: [[Int]], observed: Double, kappa: Double) {
    let data = Self.table(counts)
    #expect(isNear(data.observedAgreement, observed))
    #expect(isNear(data.kappa, kappa))
  }

  @Test("Without a pair, or with one value alone, nothing is defined but the raw agreement")
  func undefined() {
    let alone = ReliabilityData(units: [[1, nil], [nil, 2]])
    #expect(alone.observedAgreement == nil)
    #expect(alone.kappa == nil)
    #expect(alone.alpha(.nominal) == nil)
    let same = ReliabilityData(units: [[1, 1], [1, 1]])
    #expect(same.observedAgreement == 1)
    #expect(same.kappa == nil)
    #expect(same.alpha(.ordinal) == nil)
    #expect(ReliabilityData(units: []).kappa == nil)
  }

  @Test("Full agreement on several values is 1")
  func full() {
    let data = ReliabilityData(units: [[0, 0, 0], [1, 1, 1], [4, 4, nil]])
    #expect(data.kappa == 1)
    #expect(data.alpha(.nominal) == 1)
    #expect(data.alpha(.ordinal) == 1)
  }

  private static func random(_ seed: Int) -> ReliabilityData {
    var random = SplitMix(seed: seed)
    let raters = 2 + random.next(below: 4)
    let values = 2 + random.next(below: 5)
    return ReliabilityData(
      units: (0..<20).map { _ in
        let usual = random.next(below: values)
        return (0..<raters).map { _ in
          switch random.next(below: 6) {
          case 0: nil
          case 1, 2: random.next(below: values)
          default: usual
          }
        }
      })
  }

  @Test(
    "Alpha is that of the krippendorff package of Python",
    .enabled(if: Python.has("krippendorff"), "needs the Python package krippendorff"))
  func independentAlpha() throws {
    for seed in 1...20 {
      let data = Self.random(seed)
      let found = try Python.run(
        """
        import sys, json, krippendorff
        units = json.load(sys.stdin)
        rows = [[float('nan') if v is None else v for v in row] for row in zip(*units)]
        for level in 'nominal', 'ordinal':
          print(krippendorff.alpha(reliability_data=rows, level_of_measurement=level))
        """, data)
      #expect(abs(try #require(data.alpha(.nominal)) - found[0]) < 1e-9)
      #expect(abs(try #require(data.alpha(.ordinal)) - found[1]) < 1e-9)
    }
  }

  @Test(
    "Kappa is that of scikit-learn",
    .enabled(if: Python.has("sklearn"), "needs the Python package scikit-learn"))
  func independentKappa() throws {
    for seed in 1...20 {
      let pairs = Self.random(seed).units.map { Array($0.prefix(2)) }
      let data = ReliabilityData(units: pairs.filter { !$0.contains(nil) })
      let found = try Python.run(
        """
        import sys, json
        from sklearn.metrics import cohen_kappa_score
        print(cohen_kappa_score(*zip(*json.load(sys.stdin))))
        """, data)
      #expect(abs(try #require(data.kappa) - found[0]) < 1e-9)
    }
  }

  @Test(
    "Verdicts of two people on one story agree where they are the same, in any order of loading")
  func ofSessions() throws {
    func session(_ user: String, _ stories: [LoadedArticle], _ verdicts: [(Int, Verdict)]) throws
      -> FactStore
    {
      var store = FactStore(catalogue: Sample.catalogue)
      let loads = stories.map { Action.load([$0]) }
      let marks = verdicts.map { Action.annotateClaims([ClaimID($0)], ClaimMark(verdict: $1)) }
      for (index, action) in (loads + marks).enumerated() {
        let time = Timestamp(seconds: 1_704_445_200 + index)
        _ = try store.apply(Operation(user: user, time: time, action: action))
      }
      return store
    }
    let fire = Sample.loadedFire
    let port = Sample.loadedPort
    let an = try session("an", [fire, port], [(1, .true), (2, .false), (3, .true)])
    let binh = try session("bình", [port, fire], [(2, .true), (3, .misleading), (1, .unchecked)])
    let ratings = VerdictRatings([("a", an), ("b", binh)], by: .user)
    #expect(ratings.raters == ["an", "bình"])
    let all = try #require(ratings.agreements(by: nil).first)
    #expect(all.claims == 2)
    #expect(all.observed == 0.5)
    let kinds = ratings.agreements(by: .kind).dropFirst()
    #expect(kinds.map(\.group) == ["indirect", "narrated"])
    #expect(kinds.map(\.observed) == [1, 0])
    #expect(VerdictRatings([("a", an), ("b", binh)], by: .session).raters == ["a", "b"])
  }
}

@Suite("The last word")
struct LastWordTests {
  private static let start = 1_704_445_200

  /// Verdicts on the first claim, each with a minute and its user, as "an".
  private func store(_ words: [(minute: Int, verdict: Verdict)], user: String = "an") throws
    -> FactStore
  {
    var store = try Sample.store([.load([Sample.loadedFire])])
    for word in words {
      _ = try store.apply(
        Operation(
          user: user, time: Timestamp(seconds: Self.start + 60 * word.minute),
          action: .annotateClaims([ClaimID(1)], ClaimMark(verdict: word.verdict))))
    }
    return store
  }

  private func verdict(_ stores: [FactStore], of user: String = "an") throws -> Verdict? {
    let lan = try store([(1, .misleading)], user: "lan")
    let named = (stores + [lan]).enumerated().map { ("s\($0).json", $1) }
    return VerdictRatings(named, by: .user).disputes.first?.opinions
      .first { $0.user == user }?.verdict
  }

  @Test("Within one session it is the one given last, whatever the clock said")
  func clockGoneBack() throws {
    let two = try store([(30, .false), (5, .true)])
    let three = try store([(30, .false), (5, .true), (2, .halfTrue)])
    #expect(try verdict([two]) == .true)
    #expect(try verdict([three]) == .halfTrue)
    #expect(two.claim(ClaimID(1))?.verdict == .true)
  }

  @Test("Between sessions it is the later one")
  func betweenSessions() throws {
    let one = try store([(30, .false)])
    let other = try store([(40, .true)])
    #expect(try verdict([one, other]) == .true)
    #expect(try verdict([other, one]) == .true)
  }

  @Test("A copy from before does not bring back what was given up since")
  func olderCopy() throws {
    let copy = try store([(30, .false)])
    let now = try store([(30, .false), (5, .true)])
    #expect(try verdict([copy, now]) == .true)
    #expect(try verdict([now, copy]) == .true)
  }

  @Test("A merge by --newest takes the last word of each session")
  func merges() throws {
    let one = try store([(30, .false), (5, .true)])
    let other = try store([(10, .halfTrue)])
    for (ours, theirs) in [(one, other), (other, one)] {
      let merged = SessionMerge(ours: ours, theirs: theirs).merged { $0.newest }
      #expect(merged.settled.count == 1)
      #expect(merged.store.claim(ClaimID(1))?.verdict == .halfTrue)
    }
  }

  @Test("Sources that become one keep the last grade of each")
  func mergedSources() throws {
    var store = try Sample.store([.load([Sample.loadedFire])])
    func apply(_ minute: Int, _ action: Action) throws {
      let time = Timestamp(seconds: Self.start + 60 * minute)
      _ = try store.apply(Operation(user: "an", time: time, action: action))
    }
    try apply(30, .annotateSource("AFP", SourceMark(reliability: .b)))
    try apply(5, .annotateSource("AFP", SourceMark(reliability: .c)))
    try apply(6, .addSource(Source(name: "Vân Sa Post", kind: .outlet)))
    try apply(7, .mergeSources(into: "AFP", from: "Vân Sa Post"))
    #expect(store.source(named: "AFP")?.reliability == .c)
  }
}

/// Runs Python on data; each line that it prints is a number.
enum Python {
  static func has(_ package: String) -> Bool {
    (try? process(["-c", "import \(package)"], input: Data()))?.status == 0
  }

  static func run(_ script: String, _ data: ReliabilityData) throws -> [Double] {
    let input = try JSONEncoder().encode(data.units)
    let (status, output) = try process(["-c", script], input: input)
    try #require(status == 0)
    return output.split(separator: "\n").compactMap { Double($0) }
  }

  private static func process(
    _ arguments: [String], input: Data
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    stdin.fileHandleForWriting.write(input)
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
