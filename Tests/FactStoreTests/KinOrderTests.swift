import Testing

@testable import FactStore

@Suite("The order in which pairs of stories are compared")
struct KinOrderTests {
  @Test("brings the pairs of one event together, each once")
  func together() {
    // Two events, their stories among each other: 1, 3, 5 and 2, 4.
    let pairs = [StoryPair(1, 3), StoryPair(1, 5), StoryPair(2, 4), StoryPair(3, 5)]
    let order = KinOrder(pairs).places
    #expect(order.sorted() == [0, 1, 2, 3])
    #expect(order.last == 2)
  }

  @Test("is empty where there are no pairs")
  func empty() { #expect(KinOrder([]).places.isEmpty) }
}
