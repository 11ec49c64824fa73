import ClaimModel
import Testing

@testable import Figures

@Suite("Two short stories on one event")
struct StoryPairTests {
  private func words(_ a: String, _ b: String) -> [String] {
    let comparison = StoryComparison(
      StoryReading(a, isVietnamese: VietnameseLetters.stand(in: a)),
      StoryReading(b, isVietnamese: VietnameseLetters.stand(in: b)))
    func words(_ figure: StoryFigure, _ text: String) -> String {
      String(decoding: Array(text.utf8)[figure.span.start..<figure.span.end], as: UTF8.self)
    }
    return comparison.pairs().map { pair in
      let first = words(comparison.first.figures[pair.first], a)
      let second = words(comparison.second.figures[pair.second], b)
      return "\(pair.relation.rawValue): \(first) | \(second)"
    }
  }

  @Test("part in what is not the same, and in nothing else")
  func parts() {
    let first = """
      Tàu Hải Âu chìm ở cửa biển Lạch Vạn tối 9/1. Tàu chở 22 người. Đến 6h ngày 10/1, 13 người \
      được cứu, 9 người mất tích.
      """
    let second = """
      Tối 9/1 , tàu Hải_Âu chở 25 người bị chìm tại cửa biển Lạch_Vạn . Tính đến chiều 10/1 , \
      17 người được cứu , 8 người còn mất_tích .
      """
    #expect(
      words(first, second) == [
        "contradict: 22 người | 25 người", "differ: 13 người | 17 người",
        "differ: 9 người | 8 người",
      ])
  }
}
