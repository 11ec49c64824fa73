import ClaimModel
import Lexicons
import Presentation
import TerminalText

/// Names to choose from, most likely first; what is typed narrows them down, or is a new name.
struct ReviewMenu: Sendable, Hashable {
  enum Purpose: Sendable, Hashable { case speaker, agency }

  enum Choice: Sendable, Hashable {
    /// A name, with what it is: "said c3", "person".
    case name(String, detail: String)
    /// Nobody said it, no agency reported it.
    case nobody
    /// What is typed, as a name that nobody has yet.
    case new(String)
  }

  let purpose: Purpose
  let claim: ClaimID
  /// Those of the story come first; the others are shown once something is typed.
  let names: [Name]
  private(set) var typed = ""
  private(set) var selected = 0

  struct Name: Sendable, Hashable {
    var name: String
    var detail: String
    var isOfStory: Bool
    /// Without case and marks: "trần kha" and "tran kha" find it.
    fileprivate var folded: String

    init(_ name: String, _ detail: String, isOfStory: Bool) {
      (self.name, self.detail, self.isOfStory) = (name, detail, isOfStory)
      folded = Folding.folded(name)
    }
  }

  init(_ purpose: Purpose, _ claim: ClaimID, _ names: [Name]) {
    (self.purpose, self.claim, self.names) = (purpose, claim, names)
  }

  /// What can be chosen now, in order.
  var choices: [Choice] {
    let wanted = Folding.folded(typed)
    let found = names.filter { name in
      typed.isEmpty ? name.isOfStory : name.folded.contains(wanted)
    }
    let shown = found.map { Choice.name($0.name, detail: $0.detail) }
    let text = ReviewSession.trimmed(typed)
    if text.isEmpty { return shown + [.nobody] }
    return found.contains { $0.name == text } ? shown : shown + [.new(text)]
  }

  var chosen: Choice? {
    let choices = choices
    return choices.indices.contains(selected) ? choices[selected] : nil
  }

  mutating func type(_ text: String) {
    typed.unicodeScalars.append(contentsOf: text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })
    selected = 0
  }

  mutating func rubOut() {
    if !typed.isEmpty { typed.removeLast() }
    selected = 0
  }

  mutating func move(by rows: Int) {
    selected = max(0, min(choices.count - 1, selected + rows))
  }

  var question: String {
    switch purpose {
    case .speaker: "who said \(claim)?"
    case .agency: "which agency reported \(claim)?"
    }
  }

  var nobody: String { purpose == .speaker ? "nobody: the story itself says it" : "no agency" }
}

extension ReviewMenu {
  /// Rows of at most so many, the chosen one among them.
  package func lines(rows: Int) -> [StyledText] {
    let prompt =
      StyledText(question + " ", .heading) + StyledText(typed.isEmpty ? "" : typed, .hit)
      + StyledText(typed.isEmpty ? "type to search, or a new name" : "", .dim)
    let choices = choices
    let room = max(1, rows - 1)
    let first = max(0, min(selected - room / 2, choices.count - room))
    let shown = choices.indices.dropFirst(first).prefix(room).map { index in
      StyledText(index == selected ? "▸ " : "  ", .heading)
        + line(choices[index], isChosen: index == selected)
    }
    return [prompt] + shown
  }

  private func line(_ choice: Choice, isChosen: Bool) -> StyledText {
    let style: Style = isChosen ? .heading : purpose == .speaker ? .speaker : .agency
    switch choice {
    case .name(let name, let detail):
      return StyledText(name, style) + StyledText(detail.isEmpty ? "" : "  " + detail, .dim)
    case .nobody: return StyledText(nobody, isChosen ? .heading : .dim)
    case .new(let name): return StyledText(name, style) + StyledText("  a new name", .dim)
    }
  }
}
