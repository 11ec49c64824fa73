import Testing

@testable import AttributionTraining
@testable import ClaimExtraction

@Suite("A table of features, written and read again")
struct FeatureTableTests {
  /// Rows with three weights each, of features drawn at random; the same seed, the same rows.
  private static func rows(_ count: Int, seed: UInt64) -> [(feature: UInt64, weights: [Int8])] {
    (0..<UInt64(count)).map { number in
      let feature = FeatureHash.join(number, seed)
      return (feature, (0..<3).map { Int8(truncatingIfNeeded: feature >> UInt64($0 * 8)) })
    }
  }

  private static func layout(_ rows: [(feature: UInt64, weights: [Int8])]) throws -> ModelLayout {
    let table = ModelWriter.Table(width: 3, rows: rows)
    let zero = Chain(start: .zero, end: .zero, steps: Array(repeating: .zero, count: 8))
    let tagger = ModelWriter.Tagger(
      width: 4, scale: 0.5, rows: [UInt8](repeating: 128, count: 64), chain: zero)
    let bytes = ModelWriter.bytes(
      Array(repeating: table, count: ModelLayout.tableCount),
      taggers: Array(repeating: tagger, count: ModelLayout.taggerCount),
      settings: ModelSettings(cueBias: 1, threshold: 0.5, nests: true))
    // Lives as long as the program, as a model does.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyBytes(from: bytes)
    return try #require(ModelLayout(UnsafeRawBufferPointer(copy)))
  }

  @Test("gives each feature its own weights", arguments: [0, 1, 2, 7, 64, 1_000, 30_000])
  func kept(count: Int) throws {
    let rows = Self.rows(count, seed: 11)
    let layout = try Self.layout(rows)
    #expect(layout.tables.count == ModelLayout.tableCount)
    for table in layout.tables {
      let wrong = rows.filter { feature, weights in
        guard table.mayHave(feature) == 1, let row = table.row(feature) else { return true }
        return weights != [row[0], row[1], row[2]]
      }
      // Two features of one bucket may have the same fingerprint.
      #expect(wrong.count <= count / 5_000)
    }
  }

  @Test("finds next to nothing that is not in it, and says so at first sight of most")
  func absent() throws {
    let table = try #require(try Self.layout(Self.rows(30_000, seed: 11)).tables.first)
    let others = Self.rows(100_000, seed: 12).map(\.feature)
    #expect(others.count { table.row($0) != nil } < 20)
    #expect(others.count { table.mayHave($0) == 1 } < 5_000)
  }

  @Test("in whose bucket two features share all but a few bits tells them apart")
  func twins() throws {
    let feature = Self.rows(1, seed: 3)[0].feature
    let twins = (0..<8).map { feature ^ ($0 << 8) }
    let rows = twins.enumerated().map { (feature: $1, weights: [Int8($0), 0, 0]) }
    let table = try #require(try Self.layout(rows).tables.first)
    #expect(twins.map { table.row($0)?[0] } == (0..<8).map { Int8($0) })
  }
}
