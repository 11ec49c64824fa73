package import JSONText
package import TerminalText

/// What a command gives back: never printed by it, rendered in the format that is asked for.
package enum CommandOutput: Sendable {
  case nothing
  case table(Table)
  case card(Card)
  case text(TextView)
  /// Says what was done; in data formats its value.
  case report(Report)
  /// Ready-made bytes in a format of their own: `extract`.
  case raw([UInt8])
}

/// A listing. Every cell has what people see and what programs get.
package struct Table: Sendable {
  package struct Column: Sendable {
    /// Name in JSON and the header of CSV: "verdict".
    package var key: String
    /// Header for people.
    package var title: String
    package var alignsRight: Bool
    /// Whether it gives way when the window is narrow; rigid columns never lose a character.
    package var isFlexible: Bool
    /// Whether it is left out where people read: a key that only programs ask for.
    package var isForData: Bool
    /// Whether one value that all rows share may be said once below a table that is too wide.
    package var foldsWhenShared: Bool
    /// The width below which a flexible column does not give way.
    package var least: Int
    /// Whether it goes on below where it would be cut.
    package var wraps: Bool
    /// Whether it is left out, and said so, where flexible columns would fall below their least.
    package var isSpare: Bool
    package init(
      _ key: String, title: String? = nil, right: Bool = false, flexible: Bool = false,
      forData: Bool = false, foldsWhenShared: Bool = false, least: Int = 8,
      spare: Bool = false, wraps: Bool = false
    ) {
      self.key = key
      self.title = title ?? key
      alignsRight = right
      isFlexible = flexible
      isForData = forData
      self.foldsWhenShared = foldsWhenShared
      self.least = least
      isSpare = spare
      self.wraps = wraps
    }
  }

  package struct Cell: Sendable {
    package var display: StyledText
    package var value: JSONValue
    package init(_ display: StyledText, _ value: JSONValue) {
      self.display = display
      self.value = value
    }
    package init(_ text: String, _ style: Style = .plain) {
      self.init(StyledText(text, style), .string(text))
    }
  }

  package var columns: [Column]
  package var rows: [[Cell]]
  /// Stands below: "4 of 13 shown · claims --limit 0 for all".
  package var footer: StyledText?
  /// Stands in the place of rows where there are none: "no claims yet · load PATH".
  package var emptyMessage: StyledText

  package init(
    columns: [Column], rows: [[Cell]] = [], footer: StyledText? = nil,
    emptyMessage: StyledText = "nothing to list"
  ) {
    self.columns = columns
    self.rows = rows
    self.footer = footer
    self.emptyMessage = emptyMessage
  }
}

extension Table {
  /// Without the columns that are for programs.
  var forPeople: Table {
    let shown = columns.indices.filter { !columns[$0].isForData }
    guard shown.count < columns.count else { return self }
    var table = self
    table.columns = shown.map { columns[$0] }
    table.rows = rows.map { row in shown.filter(row.indices.contains).map { row[$0] } }
    return table
  }
}

/// One thing in full: a heading and labelled fields.
package struct Card: Sendable {
  package struct Field: Sendable {
    package var key: String
    package var label: String
    /// One or more paragraphs, wrapped to the window behind the label.
    package var lines: [StyledText]
    package var value: JSONValue
    package init(_ key: String, label: String? = nil, _ lines: [StyledText], _ value: JSONValue) {
      self.key = key
      self.label = label ?? key
      self.lines = lines
      self.value = value
    }
  }

  package var heading: StyledText
  /// Text between heading and fields, wrapped to the window: a claim in its context.
  package var body: [StyledText]
  package var fields: [Field]
  package init(heading: StyledText, body: [StyledText] = [], fields: [Field]) {
    self.heading = heading
    self.body = body
    self.fields = fields
  }
}

/// Running text, one element a paragraph, wrapped to the window.
package struct TextView: Sendable {
  package var paragraphs: [StyledText]
  package var value: JSONValue
  /// Whether paragraphs are set apart by an empty line.
  package var isSpaced: Bool
  package init(paragraphs: [StyledText], value: JSONValue, spaced: Bool = false) {
    self.paragraphs = paragraphs
    self.value = value
    isSpaced = spaced
  }
}

/// What was done, line by line, with warnings that do not stop anything.
package struct Report: Sendable {
  package var lines: [StyledText]
  package var warnings: [StyledText]
  package var value: JSONValue
  package init(_ lines: [StyledText], warnings: [StyledText] = [], value: JSONValue) {
    self.lines = lines
    self.warnings = warnings
    self.value = value
  }
}
