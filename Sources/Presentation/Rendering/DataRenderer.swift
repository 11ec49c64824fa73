internal import JSONText

/// JSON and JSON Lines.
enum DataRenderer {
  static func json(_ output: CommandOutput) -> [UInt8] {
    JSONWriter(pretty: true).bytes(value(output)) + [0x0A]
  }

  /// A listing gives a line a row; anything else one line.
  static func jsonLines(_ output: CommandOutput) -> [UInt8] {
    let values: [JSONValue] =
      if case .array(let items) = value(output) { items } else {
        [value(output)]
      }
    var out = [UInt8]()
    for value in values {
      JSONWriter().write(value, level: 0, into: &out)
      out.append(0x0A)
    }
    return out
  }

  static func value(_ output: CommandOutput) -> JSONValue {
    switch output {
    case .table(let table):
      .array(table.rows.map { object(table.columns.map(\.key), $0.map(\.value)) })
    case .card(let card): object(card.fields.map(\.key), card.fields.map(\.value))
    case .text(let view): view.value
    case .report(let report): report.value
    case .nothing, .raw: .null
    }
  }

  private static func object(_ keys: [String], _ values: [JSONValue]) -> JSONValue {
    var object = JSONObject()
    for (key, value) in zip(keys, values) { object.append(key, value) }
    return .object(object)
  }
}

/// A command's output as rows of values, for formats that know nothing else.
struct DataRows {
  var columns: [String]
  var rows: [[JSONValue]]

  init(columns: [String], rows: [[JSONValue]]) {
    self.columns = columns
    self.rows = rows
  }

  init(_ output: CommandOutput) {
    switch output {
    case .table(let table):
      self.init(columns: table.columns.map(\.key), rows: table.rows.map { $0.map(\.value) })
    case .card(let card):
      self.init(columns: card.fields.map(\.key), rows: [card.fields.map(\.value)])
    case .text(let view): self.init(value: view.value)
    case .report(let report): self.init(value: report.value)
    case .nothing, .raw: self.init(columns: [], rows: [])
    }
  }

  /// An object is one row, a list of objects a row each; anything else one cell.
  private init(value: JSONValue) {
    let objects: [JSONObject]
    switch value {
    case .object(let object): objects = [object]
    case .array(let items):
      objects = items.compactMap { if case .object(let object) = $0 { object } else { nil } }
    default: objects = [["value": value]]
    }
    var columns = [String]()
    for member in objects.flatMap(\.members) where !columns.contains(member.key) {
      columns.append(member.key)
    }
    self.init(
      columns: columns, rows: objects.map { object in columns.map { object[$0] ?? .null } })
  }
}

extension JSONValue {
  /// As one cell of a text format: lists of plain values joined by "; ", objects as JSON.
  package var cellText: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let items) where items.allSatisfy(\.isScalar):
      items.map(\.cellText).joined(separator: "; ")
    default: JSONWriter().string(self)
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
