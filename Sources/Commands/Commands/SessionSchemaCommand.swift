package import ArgumentParser
package import Desk
package import Presentation
import Sessions
package import Shell

package struct SessionSchemaCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "session schema", abstract: "Write the JSON Schema of session files.",
    discussion: "Draft 2020-12, for validators and for programs that read sessions.")
  package static let helpOrder = 750
  package static let examples = [
    Example("session schema > session.schema.json", "into a file")
  ]

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    .raw(SessionSchema.bytes)
  }
}
