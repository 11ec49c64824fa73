import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

extension WordChange {
  /// "120 → 150"
  var words: String {
    "\(old.isEmpty ? "–" : old) → \(new.isEmpty ? "–" : new)"
  }

  var reversed: WordChange { WordChange(kind, old: new, new: old) }

  var styled: StyledText {
    StyledText(old.isEmpty ? "–" : old, .failure) + " → "
      + StyledText(new.isEmpty ? "–" : new, .good)
  }

  var json: JSONValue {
    ["kind": .string(kind.rawValue), "old": .string(old), "new": .string(new)]
  }
}

extension [WordChange] {
  var styled: StyledText {
    var line = StyledText()
    for (place, change) in enumerated() {
      if place > 0 { line.append(", ") }
      line = line + change.styled
    }
    return isEmpty ? StyledText("words changed") : line
  }
}

extension StoryVersion {
  /// "kept 9, changed 2, gone 1, new 3"
  var counts: String {
    let parts = [
      (kept, "kept"), (changed.count, "changed"), (gone.count, "gone"), (added.count, "new"),
    ]
    return joined(parts.map { "\($1) \($0)" })
  }
}
