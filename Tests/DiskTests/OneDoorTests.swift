import Foundation
import Testing

/// Files and pipes are reached through Disk alone, whose calls a test can let fail.
@Suite("The one door to the disk")
struct OneDoorTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

  /// C's calls on files and pipes.
  private static let names: Set<Substring> = [
    "open", "openat", "fopen", "fdopen", "popen", "creat", "pipe", "mkstemp", "mkdtemp", "tmpfile",
    "read", "write", "close", "opendir", "readdir", "stat", "lstat", "fstat", "access", "realpath",
    "readlink", "unlink", "rename", "mkdir", "rmdir", "chmod", "fchmod", "chown", "fchown",
    "truncate", "ftruncate", "flock", "fcntl", "fsync", "mmap", "pread", "pwrite", "glob", "fputs",
    "fwrite", "fread", "fgets", "symlink", "link", "chdir",
  ]

  /// What does the same in swift-system and in Foundation.
  private static let others = [
    "FileDescriptor.open", "FileDescriptor.pipe", "FileManager", "FileHandle", "contentsOfFile:",
    "Data(contentsOf:",
  ]

  /// Files that may, and why.
  private static let allowed = [
    "LineEditor/Terminal/Descriptor.swift": "writes to the terminal",
    "LineEditor/Terminal/Terminal.swift": "reads keys from the terminal",
    "LineEditor/Terminal/Outbox.swift": "closes the pipe that wakes the reader of keys",
  ]

  /// Programs that are no part of the shell, and the plugin's tool, which links nothing of ours.
  private static let apart = ["TheoBenchmarks/", "AttributionTraining/", "KindLister/", "Disk/"]

  /// No declaration and no comment; and what is tried is ours, since no C call throws.
  private static func isCall(_ line: Substring) -> Bool {
    let line = line.drop { $0 == " " }
    if line.hasPrefix("//") || line.hasPrefix("case ") || line.contains("func ") { return false }
    if others.contains(where: line.contains) { return true }
    let parts = line.split(separator: "(", omittingEmptySubsequences: false)
    return zip(parts, parts.dropFirst()).contains { before, arguments in
      let start = before.lastIndex { !$0.isLetter && !$0.isNumber && $0 != "_" }
      let name = start.map { before[before.index(after: $0)...] } ?? before
      guard names.contains(name) else { return false }
      let head = before.dropLast(name.count)
      let isC = ["Glibc.", "Musl.", "Darwin."].contains(where: head.hasSuffix)
      if !isC,
        head.hasSuffix("try ") || head.hasSuffix("try? ") || [".", "`", "\""].contains(head.last)
      {
        return false
      }
      // Functions of ours are named so, too; C's take a descriptor first.
      guard ["read", "write", "close"].contains(name) else { return true }
      let first = arguments.drop { $0.isLetter || $0.isNumber || $0 == "_" }
      return first.count < arguments.count && (first.hasPrefix(", ") || name == "close")
    }
  }

  private static func calls() throws -> [String: [Substring]] {
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var found = [String: [Substring]]()
    for case let file as String in files where file.hasSuffix(".swift") {
      guard !apart.contains(where: file.hasPrefix) else { continue }
      let text = try String(
        contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      // Without one of these no such call can be made.
      let imports = ["import Glibc", "import SystemPackage", "import Foundation"]
      guard imports.contains(where: text.contains) else { continue }
      let lines = text.split(separator: "\n").filter(isCall)
      if !lines.isEmpty { found[file] = lines }
    }
    return found
  }

  @Test("is Disk: no other target opens, reads or writes files and pipes")
  func door() throws {
    for (file, lines) in try Self.calls() where Self.allowed[file] == nil {
      Issue.record("\(file) reaches the disk by itself: \(lines)")
    }
  }

  @Test(
    "is told from what only looks like it",
    arguments: [
      ("    let file = open(path, O_RDONLY)", true), ("  defer { unlink(path) }", true),
      ("    let count = Glibc.write(file, bytes, 3)", true), ("  try calls.open(path)", false),
      ("  let count = read(descriptor, &chunk, 9)", true), ("  /// open(2): opens", false),
      ("  try FileDescriptor.open(path, .readOnly)", true), ("  var status = stat()", true),
      ("  func open(_ path: String) {", false), ("  let file = try open(path, calls)", false),
      ("  read()", false), ("  write(text)", false),
    ])
  func calls(_ line: Substring, _ isCall: Bool) { #expect(Self.isCall(line) == isCall) }
}
