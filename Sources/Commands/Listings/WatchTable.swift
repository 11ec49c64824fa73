import ClaimModel
import Desk
import JSONText
import Presentation
import TerminalText

/// Folders that are watched, as listings.
enum WatchTable {
  static func table(_ desk: Desk) -> Table {
    let time = TimeColumn(of: desk.watches.map(\.since))
    var table = Table(
      columns: [
        .init("folder", flexible: true), .init("since", title: time.title("since")),
        .init("stories", right: true), .init("failures", right: true),
        .init("other", title: "other files", right: true), .init("every", forData: true),
      ],
      emptyMessage: "no folder is watched; watch FOLDER loads what comes into it")
    for watch in desk.watches {
      let counts = watch.counts
      table.rows.append([
        .init(watch.folder), time.cell(watch.since), number(counts.stories),
        number(counts.failures, counts.failures > 0 ? .failure : .plain),
        number(counts.passedOver),
        .init(StyledText(), watch.every.map { .number($0.inSeconds) } ?? .null),
      ])
    }
    table.footer = failures(desk)
    return table
  }

  private static func number(_ count: Int, _ style: Style = .plain) -> Table.Cell {
    .init(StyledText("\(count)", style), .integer(count))
  }

  /// The ones that came last, a line each.
  private static func failures(_ desk: Desk) -> StyledText? {
    let all = desk.watches.flatMap(\.counts.latest)
    guard !all.isEmpty else { return nil }
    let lines = all.suffix(20).map { StyledText(Sanitiser.visible($0.message.headline), .dim) }
    return lines.dropFirst().reduce(lines[0]) { $0 + "\n" + $1 }
  }

  /// `watching wire/` and, where files lie there already, what to do with them.
  static func begun(_ watch: StoryWatch, takesExisting: Bool) -> [StyledText] {
    var line = StyledText("watching ", .good) + StyledText(watch.folder)
    if let every = watch.every {
      line.append(" · looks every \(seconds(every)) s", .dim)
    }
    guard watch.existing > 0, !takesExisting else { return [line] }
    let files = counted(watch.existing, "story file")
    return [
      line,
      StyledText(
        "\(files) \(watch.existing == 1 ? "lies" : "lie") there already: load \(Quoting.word(watch.folder)) "
          + "loads \(watch.existing == 1 ? "it" : "them")", .dim),
    ]
  }

  /// "10", "0.5"
  private static func seconds(_ time: Duration) -> String { time.inSeconds.readable }

  static func json(_ watch: StoryWatch) -> JSONValue {
    [
      "folder": .string(watch.folder), "since": .string(watch.since.description),
      "existing": .integer(watch.existing),
      "every": watch.every.map { .number($0.inSeconds) } ?? .null,
    ]
  }
}

extension Duration {
  fileprivate var inSeconds: Double { self / .seconds(1) }
}
