/// Notes with who wrote them, oldest first.
package struct SignedNotes: Sendable, Hashable {
  private var notes: [Note] = []

  private struct Note: Sendable, Hashable {
    var text: String
    var user: String
  }

  init() {}

  package var texts: [String] { notes.map(\.text) }

  package func texts(by user: String) -> [String] {
    notes.filter { $0.user == user }.map(\.text)
  }

  /// A new note in the place of those that it takes away.
  mutating func take(_ text: String?, without removed: NoteScope?, by user: String) {
    switch removed {
    case .own: notes.removeAll { $0.user == user }
    case .all: notes = []
    case nil: break
    }
    if let text { notes.append(Note(text: text, user: user)) }
  }
}
