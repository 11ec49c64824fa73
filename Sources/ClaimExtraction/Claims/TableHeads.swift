/// Tells the heads of tables from rows that state something, where cells are parted by bars.
///
/// "Huyện | Nhà đổ" above "Vân Sa | 2" names columns: it is no claim.
struct TableHeads {
  let story: Story

  private static let bar: UInt32 = 0x7C

  /// A row without a figure, above another row, with none above it.
  func isHead(_ index: Int) -> Bool {
    guard cells(index) > 1, !holdsNumber(index), cells(index + 1) == cells(index) else {
      return false
    }
    return cells(index - 1) != cells(index)
  }

  /// How many cells a sentence of the body has; 1 where it is no row.
  private func cells(_ index: Int) -> Int {
    guard story.sentences.indices.contains(index), story.sentences[index].region == .body else {
      return 1
    }
    return 1
      + story.sentences[index].tokens.count(where: {
        story.tokens[$0].kind == .punctuation && story.tokens[$0].scalar == Self.bar
      })
  }

  private func holdsNumber(_ index: Int) -> Bool {
    story.sentences[index].tokens.contains { story.tokens[$0].kind == .number }
  }
}
