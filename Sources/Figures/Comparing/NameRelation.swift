/// Whether the names beside two figures speak for two places or owners.
enum NameRelation {
  static func areOther(
    _ a: StoryFigure, _ b: StoryFigure, _ first: StoryReading, _ second: StoryReading
  ) -> Bool {
    let ours = a.names.filter { !$0.speaks }
    let theirs = b.names.filter { !$0.speaks }
    if ours.isEmpty || theirs.isEmpty { return false }
    // "trạm Gorna" and "trạm Pesta": names of one kind that are not one.
    for one in ours where one.kind != 0 {
      let ofKind = theirs.filter { $0.kind == one.kind }
      if !ofKind.isEmpty, !ofKind.contains(where: one.matches),
        !theirs.contains(where: one.matches),
        !ofKind.contains(where: { other in ours.contains(where: other.matches) })
      {
        return true
      }
    }
    guard !ours.contains(where: { theirs.contains(where: $0.matches) }) else { return false }
    func isForeign(_ name: FigureName, _ story: StoryReading) -> Bool {
      !name.isWeak && !story.names.contains(where: name.matches)
    }
    let oursForeign = ours.contains { ($0.isPlace || $0.kind != 0) && isForeign($0, second) }
    let theirsForeign = theirs.contains { ($0.isPlace || $0.kind != 0) && isForeign($0, first) }
    if oursForeign, theirsForeign { return true }
    // A place of its own against one that both stories are about.
    if theirsForeign {
      return !theirs.contains { name in first.names.contains(where: name.matches) }
    }
    if oursForeign {
      return !ours.contains { name in second.names.contains(where: name.matches) }
    }
    return false
  }

  /// A word that only opens a sentence is a name where the other story has it as one, or opens one with it too.
  static func shared(_ a: [FigureName], _ b: [FigureName]) -> Int {
    a.count { one in
      b.contains { (!$0.isWeak || !one.isWeak || $0.words == one.words) && one.matches($0) }
    }
  }
}
