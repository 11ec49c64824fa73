import ClaimModel
import Exchange
import FactStore
import JSONText
import Presentation
import TerminalText

/// What an import would change, a line a change, and below it what is left out.
extension ImportPlan {
  var table: Table {
    var table = Table(
      columns: [
        .init("id"), .init("what"), .init("was", flexible: true), .init("becomes", flexible: true),
      ])
    for step in steps {
      for change in step.changes {
        table.rows.append([
          .init(step.id, .id), .init(change.what),
          .init(StyledText(ReadableText.text(change.was), .dim), .string(change.was)),
          .init(StyledText(ReadableText.text(change.becomes)), .string(change.becomes)),
        ])
      }
    }
    table.footer = StyledText(
      "\(counted(changeCount, "change")) of \(counted(steps.count, "claim"))", .dim)
    return table
  }

  /// "left out: row 3: c4: no such claim here"
  var remarkLines: [StyledText] {
    remarks.map { StyledText("\($0.place): ", .dim) + StyledText($0.words, .warning) }
  }

  func value(made: Int) -> JSONValue {
    let changes = steps.flatMap { step in
      step.changes.map { change -> JSONValue in
        [
          "id": .string(step.id), "what": .string(change.what), "was": .string(change.was),
          "becomes": .string(change.becomes),
        ]
      }
    }
    return [
      "changes": .array(changes),
      "left_out": .array(
        remarks.map { ["place": .string($0.place), "reason": .string($0.words)] }),
      "operations": .integer(made),
    ]
  }
}

extension ImportStep {
  /// "c3", "a1" for a claim that is new there.
  fileprivate var id: String {
    switch subject {
    case .known(let record): record.id.description
    case .new(let story, _): story.description
    }
  }
}
