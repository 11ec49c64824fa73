/// Makes parts of a story from elements as they open and close and the text between them. It takes
/// them in any order: what a document leaves open or closes twice does no harm.
struct PartBuilder {
  private(set) var parts: [ReceivedStory.Part] = []
  /// Text of the paragraph that is being read.
  private var line = ""
  /// How a line break before the text to come is to be taken.
  private var breaks = 0
  /// The rows that are open, outermost first: their cells, and the paragraphs of each.
  private var rows: [[[String]]] = []
  private var captions = 0
  private var credits = 0
  private var captionText: [String] = []
  private var credit = ""
  /// Number of parts where a figure began.
  private var figureStart: Int?

  /// Rows in rows that are told apart; deeper ones are text of the cell that they are in.
  private static let deepestRow = 16
  /// Characters (UTF-8 bytes) of a cell that is no table's but a column of a page's.
  private static let longCell = 400

  mutating func text(_ text: some StringProtocol) {
    if breaks > 0 {
      guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
        return
      }
      // "the minister<br>said" is one sentence, a byline behind <br> a line of its own.
      if breaks > 1 || !first.properties.isLowercase || PartBuilder.endsSentence(line) {
        flush()
      } else {
        line += "\n"
      }
      breaks = 0
    }
    line += text
  }

  mutating func open(_ role: MarkupRole) {
    switch role {
    case .block: flush()
    case .break: breaks += 1
    case .figure:
      flush()
      figureStart = parts.count
    case .caption:
      flush()
      captions += 1
    case .credit:
      flush()
      credits += 1
    case .row:
      flush()
      if rows.count < Self.deepestRow { rows.append([]) }
    case .cell:
      flush()
      if !rows.isEmpty { rows[rows.count - 1].append([]) }
    case .inline, .skip, .raw, .void: break
    }
  }

  mutating func close(_ role: MarkupRole) {
    switch role {
    case .block, .cell: flush()
    case .break: breaks += 1
    case .caption:
      flush()
      captions = max(0, captions - 1)
      if captions == 0 { endCaption() }
    case .credit:
      flush()
      credits = max(0, credits - 1)
    case .figure:
      flush()
      endFigure()
    case .row:
      flush()
      endRow()
    case .inline, .skip, .raw, .void: break
    }
  }

  /// All parts, also of what was left open.
  mutating func finished() -> [ReceivedStory.Part] {
    flush()
    captions = 0
    endCaption()
    while !rows.isEmpty { endRow() }
    return parts
  }

  private mutating func flush() {
    breaks = 0
    let text = line.trimmingBlanks()
    line = ""
    guard !text.isEmpty else { return }
    if credits > 0 {
      credit += (credit.isEmpty ? "" : " ") + text
    } else if captions > 0 {
      captionText.append(String(text))
    } else {
      emit(String(text))
    }
  }

  private mutating func emit(_ text: String) {
    guard let cell = rows.last?.indices.last else { return parts.append(.paragraph(text)) }
    rows[rows.count - 1][cell].append(text)
  }

  private mutating func endCaption() {
    guard !captionText.isEmpty else { return }
    parts.append(.caption(captionText.joined(separator: " "), credit: nil))
    captionText = []
  }

  /// The credit of a figure goes to its captions.
  private mutating func endFigure() {
    for index in parts.indices.dropFirst(figureStart ?? parts.count) where !credit.isEmpty {
      if case .caption(let text, nil) = parts[index] {
        parts[index] = .caption(text, credit: credit)
      }
    }
    credit = ""
    figureStart = nil
  }

  /// A row is a line; one that only lays a page out is its paragraphs.
  private mutating func endRow() {
    guard let row = rows.popLast()?.filter({ !$0.isEmpty }), !row.isEmpty else { return }
    let isLayout =
      row.count == 1
      || row.contains { $0.count > 1 && $0.contains { $0.utf8.count > Self.longCell } }
    if isLayout {
      row.joined().forEach { emit($0) }
    } else {
      emit(row.map { $0.joined(separator: " ") }.joined(separator: " | "))
    }
  }

  private static func endsSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last(where: { !$0.properties.isWhitespace }) else {
      return true
    }
    return ".!?…:;)\"”»".unicodeScalars.contains(last)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  func trimmingBlanks() -> SubSequence {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return self[endIndex..<endIndex] }
    return self[first..<scalars.index(after: last)]
  }
}
