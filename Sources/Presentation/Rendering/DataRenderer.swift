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
