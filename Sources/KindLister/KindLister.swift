import Foundation
import PackagePlugin

/// Lists the types of a target that are all of one kind, so that a new command, input format or
/// export is one file and its test.
///
/// In `Commands`, `package struct ClaimsCommand: ShellCommand {` at the head of a line becomes a
/// member of `let shellCommands: [any ShellCommand.Type]`. SwiftPM runs this before each build.
@main
struct KindLister: BuildToolPlugin {
  /// What the names of such types end in, the protocol, and the list; by the target.
  private static let kinds: [String: [Kind]] = [
    "Commands": [
      Kind(ending: "Command", name: "ShellCommand", list: "shellCommands", module: "Shell")
    ],
    "ArticleReading": [Kind(ending: "Format", name: "StoryFormat", list: "storyFormats")],
    "Exchange": [
      Kind(ending: "Export", name: "ClaimExport", list: "claimExports"),
      Kind(ending: "Form", name: "DeskForm", list: "deskForms"),
    ],
  ]

  private struct Kind {
    var ending: String
    var name: String
    var list: String
    var module: String?
  }

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target as? any SourceModuleTarget else { return [] }
    let folder = context.pluginWorkDirectoryURL.appending(path: "Listed")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let kinds = Self.kinds[target.name] ?? []
    for kind in kinds { try list(kind, of: module, in: folder) }
    guard !kinds.isEmpty else { return [] }
    // The plugin itself has written the files; SwiftPM takes them over from a command that does
    // nothing.
    return [
      .prebuildCommand(
        displayName: "Listing the \(kinds.map(\.name).joined(separator: ", ")) of \(target.name)",
        executable: URL(filePath: "/usr/bin/env"), arguments: ["true"],
        outputFilesDirectory: folder)
    ]
  }

  private func list(_ kind: Kind, of module: any SourceModuleTarget, in folder: URL) throws {
    let pattern = try Regex(
      #"(?m)^package (?:struct|enum) (\w+\#(kind.ending))\b[^{\n]*: "#,
      as: (Substring, Substring).self)
    var names = [String]()
    for file in module.sourceFiles(withSuffix: ".swift") {
      let text = try String(contentsOf: file.url, encoding: .utf8)
      names += text.matches(of: pattern).map { String($0.output.1) }
    }
    let list = names.sorted().map { "  \($0).self,\n" }.joined()
    let header = kind.module.map { "import \($0)\n\n" } ?? ""
    let source = header + "let \(kind.list): [any \(kind.name).Type] = [\n\(list)]\n"
    let out = folder.appending(path: "Listed\(kind.ending)s.swift")
    // An unchanged file is left alone, so that nothing is compiled anew.
    if (try? String(contentsOf: out, encoding: .utf8)) != source {
      try source.write(to: out, atomically: true, encoding: .utf8)
    }
  }
}
