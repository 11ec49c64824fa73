import Testing

@testable import Figures

@Suite("Values by the keys of words")
struct WordMapTests {
  @Test("are those that were put in last, and no others")
  func values() {
    var map = WordMap<Int>()
    for key in 1...UInt64(1_000) { map[key &* 0x1_0000_0001] = Int(key) }
    map[7 &* 0x1_0000_0001] = -7
    #expect(map.count == 1_000)
    #expect(map[7 &* 0x1_0000_0001] == -7)
    #expect((1...UInt64(1_000)).allSatisfy { $0 == 7 || map[$0 &* 0x1_0000_0001] == Int($0) })
    #expect(map[3] == nil)
  }

  @Test("a set has what it was made of")
  func sets() {
    let set = WordSet([5, 6, 5])
    #expect(set.contains(5) && set.contains(6) && !set.contains(7))
    #expect(!WordSet([]).contains(1))
  }
}
