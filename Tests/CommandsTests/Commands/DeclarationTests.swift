import FactStore
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Every command")
struct DeclarationTests {
  static let names = CommandCatalogue.standard.all.map { $0.name }

  private func declaration(_ name: String) throws -> CommandDeclaration {
    let words = name.split(separator: " ").map(String.init)
    return CommandDeclaration(try #require(CommandCatalogue.standard.command(words)).type)
  }

  @Test("is found by its name", arguments: names)
  func found(_ name: String) throws { #expect(try declaration(name).name == name) }

  @Test("says what it does, and what each of its words and options is", arguments: names)
  func told(_ name: String) throws {
    let declaration = try declaration(name)
    #expect(declaration.abstract.hasSuffix("."))
    #expect(declaration.arguments.contains { $0.names == ["--format"] })
    for argument in declaration.arguments {
      #expect(!argument.abstract.isEmpty, "\(argument.label) of \(name)")
    }
  }

  @Test("has an example that can be read as it", arguments: names)
  func examples(_ name: String) throws {
    let examples = try declaration(name).examples
    #expect(!examples.isEmpty)
    for example in examples {
      let statement = try #require(try LineLexer.statements(in: example.line).first)
      let command = try CommandCatalogue.standard.parse(statement)
      #expect(type(of: command).name == name, "\(example.line)")
      #expect(!example.what.isEmpty)
    }
  }

  @Test("has its place in the manual page")
  func manual() {
    let page = ManualPage.text(.standard)
    for name in Self.names { #expect(page.contains(".SS " + name)) }
    #expect(!page.contains("\n.'"))
  }
}

@Suite("help query")
struct QueryHelpTests {
  @Test("lists every field with its values and an example, and what may stand before a value")
  func fields() {
    var desk = testDesk()
    let help = ran("help query", on: &desk).output
    for field in QueryField.all {
      #expect(help.contains("\n  \(field.name):"), "\(field.name)")
      #expect(help.contains(field.example), "\(field.name)")
      for value in field.values { #expect(help.contains(value), "\(field.name):\(value)") }
    }
    for pattern in QueryField.patterns {
      #expect(help.contains("\n  \(pattern.name):"))
      #expect(help.contains(pattern.example))
    }
    #expect(help.contains("@name"))
  }

  @Test("gives examples that can be read")
  func examples() throws {
    for pattern in QueryField.patterns { #expect(try Selection.parse(pattern.example) != .all) }
  }
}
