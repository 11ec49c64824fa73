internal import ClaimModel

/// brat standoff: a text and its annotations for each story, and the types in annotation.conf.
///
/// Each claim has its verdict in its type: readers such as pybrat pass over lines of attributes and
/// notes. A claim with cue, source or hops is an event that points to them; bratly refuses events
/// that point to nothing, and types with dots. No two T lines have one span, as pybrat refuses a
/// folder with such.
package struct BratForm: DeskForm {
  package static let name = "brat"
  package static let summary = "brat standoff, a text and its annotations a story"
  package static let endings: [String] = []
  package static let kind = DeskFormKind.files

  package init(_ head: DeskHead) {}

  package mutating func add(_ story: DeskStory, to out: inout DeskOutput) {
    var writer = BratWriter(story)
    // Words that are one claim and name the source of another have the claim's type.
    for claim in story.claims { writer.addSpan(of: claim) }
    for claim in story.claims { writer.add(claim) }
    out.files.append((story.id + ".txt", Array(BratText.text(story.article.text).utf8)))
    out.files.append((story.id + ".ann", writer.bytes))
  }

  package mutating func finish(_ out: inout DeskOutput) {
    out.files.append(("annotation.conf", Array(Self.configuration.utf8)))
  }

  /// "Claim_half-true"
  static func type(_ verdict: Verdict) -> String { "Claim_" + verdict.rawValue }

  private static let configuration: String = {
    let events = Verdict.allCases.map {
      "\(type($0))\tSource*:<ENTITY>, Cue*:<ENTITY>, Hop*:<ENTITY>\n"
    }
    let verdicts = DeskWords.verdicts.joined(separator: "|")
    return "[entities]\nSource\nCue\nHop\n\n[relations]\n\n[events]\n" + events.joined()
      + "\n[attributes]\nVerdict\tArg:<ANY>, Value:\(verdicts)\n"
      + "Credibility\tArg:<ANY>, Value:1|2|3|4|5|6\n"
  }()
}

/// The .ann file of one story.
private struct BratWriter {
  private let story: DeskStory
  private(set) var bytes: [UInt8] = []
  /// Number and type of each span's T line.
  private var known: [[TextSpan]: (number: Int, type: String)] = [:]
  private var (spans, events, attributes, notes) = (0, 0, 0, 0)

  init(_ story: DeskStory) { self.story = story }

  @discardableResult
  mutating func addSpan(of claim: DeskClaim) -> (number: Int, type: String)? {
    entity(claim.claim.content, BratForm.type(claim.verdict))
  }

  mutating func add(_ claim: DeskClaim) {
    guard let trigger = addSpan(of: claim) else { return }
    var arguments = [String]()
    add("Source", claim.claim.source, to: &arguments)
    add("Cue", claim.claim.cue, to: &arguments)
    for (place, hop) in claim.claim.hops.enumerated() {
      add(place == 0 ? "Hop" : "Hop\(place + 1)", [hop.span], type: "Hop", to: &arguments)
    }
    guard !arguments.isEmpty else { return addMarks(of: claim, to: "T\(trigger.number)") }
    events += 1
    // The trigger's type is the event's: of two claims of one span the first one says it.
    let words = [trigger.type + ":T\(trigger.number)"] + arguments
    line("E\(events)\t\(words.joined(separator: " "))")
    addMarks(of: claim, to: "E\(events)")
  }

  private mutating func addMarks(of claim: DeskClaim, to event: String) {
    note("Theo", claim.id, on: event)
    if claim.verdict != .unchecked {
      attributes += 1
      line("A\(attributes)\tVerdict \(event) \(claim.verdict.rawValue)")
    }
    if let grade = claim.credibility?.grade {
      attributes += 1
      line("A\(attributes)\tCredibility \(event) \(grade)")
    }
    for speaker in claim.speakers { note("Speaker", speaker, on: event) }
    for text in claim.notes { note("AnnotatorNotes", text, on: event) }
    for tag in claim.tags { note("Tag", tag, on: event) }
    for item in claim.evidence { note("Evidence", item, on: event) }
  }

  private mutating func note(_ type: String, _ text: String, on event: String) {
    notes += 1
    line("#\(notes)\t\(type) \(event)\t\(BratText.escaped(text))")
  }

  private mutating func add(
    _ role: String, _ spans: [TextSpan], type: String? = nil, to arguments: inout [String]
  ) {
    guard let entity = entity(spans, type ?? role) else { return }
    arguments.append("\(role):T\(entity.number)")
  }

  /// The T line of these spans; a new one where there is none.
  private mutating func entity(
    _ spans: [TextSpan], _ type: String
  ) -> (number: Int, type: String)? {
    let pieces = spans.flatMap(lines).filter { !$0.isEmpty }
    guard !pieces.isEmpty else { return nil }
    if let found = known[pieces] { return found }
    self.spans += 1
    known[pieces] = (self.spans, type)
    let places = pieces.map { span in
      let place = story.place(span)
      return "\(place.start) \(place.end)"
    }
    let words = pieces.map { BratText.text(story.article.text($0)) }
    line(
      "T\(self.spans)\t\(type) \(places.joined(separator: ";"))\t\(words.joined(separator: " "))")
    return (self.spans, type)
  }

  /// A span without the line ends in it, which no T line may hold.
  private func lines(_ span: TextSpan) -> [TextSpan] {
    var pieces = [TextSpan]()
    var start = span.start
    for (at, byte) in story.article.text(span).utf8.enumerated() where byte == 0x0A || byte == 0x0D
    {
      pieces.append(TextSpan(start, span.start + at))
      start = span.start + at + 1
    }
    return pieces + [TextSpan(start, span.end)]
  }

  private mutating func line(_ text: String) {
    bytes += text.utf8
    bytes.append(0x0A)
  }
}

/// Text in brat's files.
enum BratText {
  /// With a blank for each carriage return: with CR LF, pybrat's offsets shift. As many code points
  /// as before.
  static func text(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    let bytes = text.utf8.map { $0 == 0x0D ? 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A note on one line: "a\nb" → "a\\nb".
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\n").replacing("\t", with: "\\t")
  }

  static func unescaped(_ text: some StringProtocol) -> String {
    var out = ""
    var isEscaped = false
    for character in text {
      guard isEscaped else {
        if character == "\\" { isEscaped = true } else { out.append(character) }
        continue
      }
      isEscaped = false
      switch character {
      case "n": out.append("\n")
      case "t": out.append("\t")
      case "\\": out.append("\\")
      // Somebody else's backslash.
      default: out += "\\" + String(character)
      }
    }
    return isEscaped ? out + "\\" : out
  }
}
