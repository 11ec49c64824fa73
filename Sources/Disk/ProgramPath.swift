#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where the program itself lies.
package enum ProgramPath {
  /// Its file, links followed; nil where the system does not tell.
  package static var current: String? {
    guard let path = realpath(named, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  #if canImport(Darwin)
    private static var named: String {
      var path = [CChar](repeating: 0, count: Int(PATH_MAX))
      var count = UInt32(path.count)
      guard _NSGetExecutablePath(&path, &count) == 0 else { return "" }
      return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  #else
    private static var named: String { "/proc/self/exe" }
  #endif

  /// "/usr/bin/theo" → "/usr/bin"
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The project of a program in a .build folder; nil where it lies elsewhere.
  package static func project(of path: String) -> String? {
    var folder = path
    while !folder.isEmpty {
      if folder.hasSuffix("/.build") { return String(folder.dropLast("/.build".count)) }
      folder = Self.folder(of: folder)
    }
    return nil
  }
}
