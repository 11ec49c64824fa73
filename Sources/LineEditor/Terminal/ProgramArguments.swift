import CTerminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The words behind the program's name, as bytes: a file's name need be no UTF-8.
package enum ProgramArguments {
  /// Swift's own CommandLine looks for them in /proc, and has none where that is not mounted (a
  /// chroot, a sandbox): the C library hands them over itself.
  package static var all: [[UInt8]] {
    var count: Int32 = 0
    guard let words = cterminal_arguments(&count) else {
      return CommandLine.arguments.dropFirst().map { Array($0.utf8) }
    }
    return (1..<max(1, Int(count))).compactMap { place in
      words[place].map { word in
        Array(UnsafeBufferPointer(start: word, count: strlen(word))).map(UInt8.init(bitPattern:))
      }
    }
  }
}
