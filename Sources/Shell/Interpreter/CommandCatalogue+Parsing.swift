import ArgumentParser
import FactStore
import Lexicons
package import Presentation
package import TerminalText

extension CommandCatalogue {
  /// The words of a statement as a command: `["claims", "has:number"]` → ClaimsCommand.
  package func parse(_ statement: Statement) throws(UserError) -> any ShellCommand {
    let words = statement.words.map(\.text)
    guard let (type, count) = command(words) else {
      throw UserError(unknown(words.first ?? ""))
    }
    try checkRedirection(statement, type)
    let arguments = try DashedWords.arguments(statement.words.dropFirst(count), of: type)
    do { return try type.read(arguments) } catch {
      let declaration = CommandDeclaration(type)
      // Before the parser's own words: of "-rf" it says no more than that a path is missing, and
      // "-dash" it takes for -h.
      if let word = declaration.strayDash(in: arguments) {
        let nearest = NearestName.names(like: word, among: declaration.options.flatMap(\.names))
        throw UserError(UsageError(command: type.name, .unknownOption(word, nearest: nearest)))
      }
      if type.exitCode(for: error) == .success, let page = try? page(about: type) { return page }
      throw UserError(
        UsageError(command: type.name, UsageProblem(type.message(for: error), in: declaration)))
    }
  }

  /// `claims worth > 0.7` is meant as a comparison, and would leave a file named 0.7 behind.
  private func checkRedirection(
    _ statement: Statement, _ type: any ShellCommand.Type
  ) throws(UserError) {
    guard type.takesSelection, case .file(let path, false) = statement.destination,
      let word = statement.words.last, let field = QueryField.named(word.text), !word.isQuoted,
      path.allSatisfy({ "0123456789.,-/=".contains($0) }), path.contains(where: \.isNumber)
    else { return }
    throw UserError(
      UsageError(
        command: type.name,
        .rule(
          "'> \(path)' would write a file named '\(path)'. To compare, leave the blanks out: "
            + "\(field.name)>\(path); for the file: > ./\(path)")))
  }

  /// What `claims --help` is.
  private func page(about type: any ShellCommand.Type) throws -> any ShellCommand {
    try help.parse(type.name.split(separator: " ").map(String.init))
  }
}
