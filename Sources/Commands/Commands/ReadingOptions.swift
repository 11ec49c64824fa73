package import ArgumentParser
import ArticleReading
import Desk
import Lexicons
import Shell
import TerminalText

/// What the user says of the form of inputs.
package struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the columns of a table mean, as in \"text=Nội dung,title=Tiêu đề\".",
      valueName: "field=column"))
  package var columns: [String] = []

  package init() {}

  /// None of them given.
  static var none: ReadingOptions {
    var options = ReadingOptions()
    options.columns = []
    return options
  }

  /// How inputs are read: `form` is the name of one, "html".
  func reading(
    form: String?, on desk: Desk, for command: String, option: String
  ) throws(UserError) -> StoryReading {
    var reading = desk.reading
    reading.form = try form.map { name throws(UserError) in
      try Self.format(name, command, option)
    }
    for pair in columns.flatMap({ $0.split(separator: ",") }) {
      let (field, column) = try Self.mapping(String(pair), command)
      reading.columns[column] = field
    }
    return reading
  }

  private static func format(
    _ name: String, _ command: String, _ option: String
  ) throws(UserError) -> any StoryFormat.Type {
    if let format = StoryFormats.named(name) { return format }
    let known = StoryFormats.all.map { $0.name }.sorted()
    throw UserError(
      UsageError(
        command: command,
        .badValue(
          name, of: option, nearest: NearestName.names(like: name.lowercased(), among: known),
          allowed: known)))
  }

  /// "text=Nội dung" → text, "Nội dung"
  private static func mapping(
    _ pair: String, _ command: String
  ) throws(UserError) -> (field: String, column: String) {
    let parts = pair.split(separator: "=", maxSplits: 1).map { ReviewSession.trimmed(String($0)) }
    let fields = StoryFormats.fields
    guard parts.count == 2, !parts[1].isEmpty else {
      throw UserError(
        UsageError(
          command: command,
          .rule("'\(pair)' maps no column; expected FIELD=COLUMN, as in --columns text=Body")))
    }
    guard fields.contains(parts[0].lowercased()) else {
      throw UserError(
        UsageError(
          command: command,
          .badValue(
            parts[0], of: "--columns",
            nearest: NearestName.names(like: parts[0].lowercased(), among: fields),
            allowed: fields)))
    }
    return (parts[0].lowercased(), parts[1])
  }
}
