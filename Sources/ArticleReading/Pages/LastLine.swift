/// What was found in a line, for the rules that ask the same of it next.
struct LastLine<Found> {
  private var text: String?
  private var found: Found

  init(_ nothing: Found) { found = nothing }

  mutating func of(_ text: String, find: () -> Found) -> Found {
    if let last = self.text, last.utf8.count == text.utf8.count,
      last.utf8.elementsEqual(text.utf8)
    {
      return found
    }
    found = find()
    self.text = text
    return found
  }
}
