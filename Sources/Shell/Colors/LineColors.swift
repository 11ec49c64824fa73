package import ClaimModel
import Presentation
import Synchronization
package import TerminalText

/// Says what the parts of a line are while it is typed, for its colours.
///
/// From the declarations of the commands alone: no look at the store, so that a key costs the same
/// with any number of claims. A word that may still become a name is not marked as an unknown one.
package final class LineColors: Sendable {
  /// A stretch of the line and what it is; later ones go over earlier ones.
  package struct Part: Sendable, Hashable {
    /// UTF-8 bytes of the line.
    package var span: TextSpan
    package var style: Style
    package var range: Range<Int> { span.start..<span.end }

    package init(_ span: TextSpan, _ style: Style) {
      self.span = span
      self.style = style
    }
  }

  /// Declarations are read once: ArgumentParser takes its time over them.
  private let declarations = Mutex<[String: CommandDeclaration]>([:])

  private let catalogue: CommandCatalogue

  package init(_ catalogue: CommandCatalogue) { self.catalogue = catalogue }

  /// `claims -x said:"Hà"` → command, unknown option, field, string. `aliases` are names that stand
  /// for a line.
  package func parts(of line: String, aliases: [String: String] = [:]) -> [Part] {
    let (statements, open) = TypedStatements.read(line)
    var parts = [Part]()
    for statement in statements {
      var words = StatementColors(statement, catalogue, end: line.utf8.count) { [self] in
        declaration(of: $0)
      }
      parts += words.parts(aliases: aliases)
    }
    if let open { parts.append(Part(open, .failure)) }
    return parts.filter { $0.span.end <= line.utf8.count }
  }

  private func declaration(of type: any ShellCommand.Type) -> CommandDeclaration {
    declarations.withLock { known in
      if let old = known[type.name] { return old }
      let new = CommandDeclaration(type)
      known[type.name] = new
      return new
    }
  }
}

/// What can be read of a line that is not whole yet.
enum TypedStatements {
  /// The statements, and the quotation mark that has no partner yet. From another error on, nothing
  /// is read.
  static func read(_ line: String) -> (statements: [Statement], open: TextSpan?) {
    do throws(LineError) {
      return (try LineLexer.statements(in: line), nil)
    } catch {
      switch error.problem {
      case .unclosedQuote(let mark):
        return ((try? LineLexer.statements(in: line + String(mark))) ?? [], error.span)
      case .nothingEscaped:
        return ((try? LineLexer.statements(in: line + " ")) ?? [], nil)
      case .missingCommand, .missingSystemCommand, .missingFile, .extraWord:
        let before = line.utf8Slice(TextSpan(0, error.span.start))
        return ((try? LineLexer.statements(in: before)) ?? [], nil)
      }
    }
  }
}
