package import ClaimModel
import JSONText
import TerminalText

/// A column of moments in local time: the zone stands in the title where all rows share it, else
/// in each row (clocks were put forward between them).
package struct TimeColumn {
  private let zone: String?

  package init(of moments: some Sequence<Timestamp>) {
    let zones = Set(moments.map { $0.local.zone })
    zone = zones.count == 1 ? zones.first : nil
  }

  /// "time (+07)"
  package func title(_ name: String) -> String { zone.map { "\(name) (\($0))" } ?? name }

  /// For people in local time, for programs in UTC.
  package func cell(_ moment: Timestamp?) -> Table.Cell {
    guard let moment else { return .init(StyledText(), .null) }
    let local = moment.local
    return .init(
      StyledText(zone == nil ? local.description : local.bare, .dim), .string(moment.description))
  }
}

/// What a file has in UTC, in local time: "2024-01-05T09:14:02Z" → "2024-01-05 16:14:02 +07".
package func localTime(_ text: String) -> String {
  Timestamp(parsing: text)?.local.description ?? text
}
