import CEditline

/// The words behind the program's name.
package enum ProgramArguments {
  /// Swift's own CommandLine looks for them in /proc, and has none where that is not mounted (a
  /// chroot, a sandbox): the C library hands them over itself.
  package static var all: [String] {
    var count: Int32 = 0
    guard let words = ceditline_arguments(&count) else {
      return Array(CommandLine.arguments.dropFirst())
    }
    return (1..<max(1, Int(count))).compactMap { words[$0].map { String(cString: $0) } }
  }
}
