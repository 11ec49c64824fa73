import ClaimModel
import FactStore
import JSONText
import Presentation
import Sessions
import TerminalText

extension Table {
  /// A row for each thing that one of two sessions has and the other has not.
  init(_ difference: SessionDifference, names: [MergeSide: String]) {
    let times = TimeColumn(of: difference.times)
    self.init(columns: [
      Column("side", title: ""), Column("id"), Column("what", flexible: true, least: 16),
      Column("who", flexible: true), Column("time", title: times.title("when")),
      Column("text", title: "claim", flexible: true), Column("session", forData: true),
    ])
    for entry in difference.stories { append(entry, names, times) }
    for claim in difference.claims {
      for entry in claim.entries {
        append(
          entry, names, times, id: claim.ids[entry.side]?.description ?? "–", text: claim.text)
      }
    }
    for source in difference.sources {
      for entry in source.entries { append(entry, names, times, id: source.name) }
    }
    let (ours, theirs) = (names[.ours] ?? "", names[.theirs] ?? "")
    footer = rows.isEmpty ? nil : StyledText("< \(ours) · > \(theirs)", .dim)
    emptyMessage = StyledText("\(ours) and \(theirs) say the same", .good)
  }

  private mutating func append(
    _ entry: SessionDifference.Entry, _ names: [MergeSide: String], _ times: TimeColumn,
    id: String? = nil, text: String = ""
  ) {
    let sign = entry.side == .ours ? "<" : ">"
    rows.append([
      Cell(
        StyledText(sign, entry.side == .ours ? .failure : .good), .string(entry.side.rawValue)),
      Cell(id ?? entry.id, .id), Cell(entry.words), Cell(entry.user ?? ""),
      times.cell(entry.time),
      Cell(StyledText(ReadableText.text(text)), .string(text)),
      Cell(names[entry.side] ?? ""),
    ])
  }
}

extension SessionDifference {
  fileprivate var times: [Timestamp] {
    (stories + claims.flatMap(\.entries) + sources.flatMap(\.entries)).compactMap(\.time)
  }
}

extension SessionDifference.Entry {
  fileprivate var id: String {
    switch what {
    case .story(let id, _), .storyDropped(let id, _), .storyFacts(let id, _),
      .storyVersion(let id, _, _):
      id.description
    default: ""
    }
  }

  fileprivate var words: String {
    switch what {
    case .story(_, let name): "story \(name)"
    case .storyDropped(_, let name): "story \(name) dropped"
    case .storyFacts(_, let facts): facts.words
    case .storyVersion(_, let name, let version): "story \(name) in version \(version)"
    case .claim(.extracted): "claim, found by the extractor"
    case .claim: "claim, added by hand"
    case .dropped: "dropped"
    case .place(_, .extracted): "as the extractor found it"
    case .place: "put right"
    case .attribution(let attribution):
      (attribution.role == .saidBy ? "said by " : "reported by ") + attribution.source
        + (attribution.givenBy == nil ? ", as found" : "")
    case .annotation(let mark): mark.words
    case .correction(let correction): "correction: \"\(correction.right)\""
    case .source(let source): source.words
    case .sourceAnnotation(let mark): mark.words
    }
  }
}

extension Source {
  /// "agency, FR, also called Agence France-Presse"
  fileprivate var words: String {
    let names = aliases.isEmpty ? [] : ["also called " + joined(aliases)]
    return joined([kind.rawValue] + (country.map { [$0] } ?? []) + names)
  }
}
