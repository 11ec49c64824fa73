/// Words in the place of others: "120" → "150".
package struct WordChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A figure for a figure.
    case figure
    /// Another name, or another part of one.
    case name
    /// The same word spelled otherwise.
    case spelling
    case words
  }

  package var kind: Kind
  package var old: String
  package var new: String

  package init(_ kind: Kind, old: String, new: String) {
    self.kind = kind
    self.old = old
    self.new = new
  }
}
