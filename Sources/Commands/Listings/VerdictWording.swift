import ClaimModel
import FactStore
import JSONText
import Presentation
import TerminalText

extension StyledText {
  /// "true", or "true/false" where people do not agree.
  init(verdictOf assessment: ClaimAssessment) {
    self.init()
    let verdicts = assessment.isDisputed ? assessment.opinions.verdicts : [assessment.verdict]
    for (index, verdict) in verdicts.enumerated() {
      if index > 0 { append("/", .dim) }
      append(verdict.rawValue, .verdict(verdict))
    }
  }
}

extension Table.Cell {
  /// The verdict of a claim, as it is shown.
  init(verdictOf record: ClaimRecord) {
    self.init(
      StyledText(verdictOf: record.assessment), .string(record.assessment.verdictWords))
  }
}

extension VerdictGroup {
  var style: Style {
    switch self {
    case .verdict(let verdict): .verdict(verdict)
    case .disputed: .warning
    }
  }
}

extension [Opinion] {
  /// "an true, binh false"
  var words: StyledText {
    enumerated().reduce(into: StyledText()) { line, item in
      if item.offset > 0 { line.append(", ") }
      line.append(item.element.user + " ")
      line.append(item.element.verdict.rawValue, .verdict(item.element.verdict))
    }
  }

  /// Who says what.
  var json: JSONValue {
    .array(map { ["user": .string($0.user), "verdict": .string($0.verdict.rawValue)] })
  }
}

extension VerdictTally {
  /// "12 unchecked, 1 false, 1 disputed", and the numbers by name.
  var counts: (words: StyledText, json: JSONObject) {
    var words = StyledText()
    var counts = JSONObject()
    for group in VerdictGroup.allCases where self[group] > 0 {
      if !words.isEmpty { words.append(", ") }
      words.append("\(self[group]) \(group.rawValue)", group.style)
      counts.append(group.rawValue, .integer(self[group]))
    }
    return (words, counts)
  }
}

extension NoteScope {
  /// A user's own notes, where one of the claims has some.
  static func own(replacedOn records: [ClaimRecord], by user: String) -> NoteScope? {
    records.contains { !$0.assessment.signedNotes.texts(by: user).isEmpty } ? .own : nil
  }
}
