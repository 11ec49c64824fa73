import Testing

@testable import Figures

@Suite("Figures of two stories")
struct FigureRelationTests {
  private func relations(_ a: String, _ b: String) -> [FigureRelation] {
    func isVietnamese(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value > 0x1E00 } }
    return StoryComparison(
      StoryReading(a, isVietnamese: isVietnamese(a)), StoryReading(b, isVietnamese: isVietnamese(b))
    ).pairs().map(\.relation)
  }

  @Test(
    "contradict each other where not both can be true",
    arguments: [
      (
        "Vụ cháy chợ Lam Kiều làm 12 người bị thương.",
        "Cháy ở chợ Lam Kiều khiến 15 người bị thương."
      ),
      (
        "Vụ cháy chợ Lam Kiều làm 12 người bị thương.",
        "The fire at Lam Kieu market injured 15 people."
      ),
      ("The dam at Orrin is 40 metres high.", "Engineers said the Orrin dam is 52 metres high."),
      (
        "Exactly 20 people died in the Orrin flood.",
        "The Orrin flood left at least 25 people dead."
      ),
      ("About 30 people died in the Orrin flood.", "The Orrin flood left 60 people dead."),
    ])
  func contradict(_ a: String, _ b: String) {
    #expect(relations(a, b) == [.contradict], "\(a) | \(b)")
  }

  @Test(
    "differ where both may be true and a reader must see it",
    arguments: [
      ("At least 20 people died in the Orrin flood.", "The Orrin flood left 29 people dead."),
      ("Đến 12h, lũ ở Lam Kiều làm 7 người chết.", "Tính đến 20h, lũ ở Lam Kiều làm 9 người chết."),
      (
        "About 300 people joined the Orrin march.", "Police said 265 people joined the Orrin march."
      ),
      ("Lũ ở Lam Kiều làm sập hơn 200 ngôi nhà.", "Lũ ở Lam Kiều làm sập hơn 260 ngôi nhà."),
    ])
  func differ(_ a: String, _ b: String) {
    #expect(relations(a, b) == [.differ], "\(a) | \(b)")
  }

  @Test(
    "say nothing against each other where they agree or count two things",
    arguments: [
      (
        "Vụ cháy chợ Lam Kiều làm 12 người bị thương.",
        "Cháy ở chợ Lam Kiều khiến 12 người bị thương."
      ),
      ("Vụ cháy chợ Lam Kiều làm 12 người bị thương.", "Cháy ở chợ Lam Kiều khiến 15 người chết."),
      ("Vụ cháy chợ Lam Kiều làm 12 người chết.", "Cháy ở chợ Suối Đá khiến 15 người chết."),
      ("In 2024 floods killed 12 people in Orrin.", "In 2025 floods killed 15 people in Orrin."),
      ("The Orrin dam is 15 kilometres away.", "The dam at Orrin is nine miles away."),
      ("Orrin beat Selby 3-1.", "Selby lost 1-3 to Orrin."),
      ("The party aims to win 60 seats in Orrin.", "The party won 45 seats in Orrin."),
      ("About 40 people died in the Orrin flood.", "The Orrin flood left 41 people dead."),
    ])
  func quiet(_ a: String, _ b: String) {
    #expect(relations(a, b).isEmpty, "\(a) | \(b)")
  }
}
