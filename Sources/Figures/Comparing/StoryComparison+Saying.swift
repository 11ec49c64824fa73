extension StoryComparison {
  /// Of counts that grow, those told on two days; nil for measures that are another thing each day.
  func told(_ a: StoryFigure, _ b: StoryFigure, _ plain: FigureRelation) -> FigureRelation? {
    let concepts = Set(a.nouns + b.nouns + a.attributes + b.attributes + [a.fate, b.fate])
    guard concepts.isDisjoint(with: Concepts.volatile), !a.isAdded else { return nil }
    guard !concepts.isDisjoint(with: Concepts.running) else {
      return a.dimension == "count" ? plain : nil
    }
    return a.time.day != nil && b.time.day != nil ? .differ : nil
  }
}
