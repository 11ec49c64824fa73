import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The one way from a path that somebody typed to the file that is meant.
///
/// `~` and `~user` at its head are home folders. Where nothing has the name exactly, that of the
/// folder's entries is meant which is canonically the same (UAX #15): keyboards compose "à", some
/// file systems and archives keep it decomposed. This holds for every part of the path.
package enum UserPath {
  /// `~/tin/Hà.txt` → `/home/an/tin/Ha\u{300}.txt`, where the folder has that one. What is not
  /// there stays as it was typed, in the folder that is meant.
  package static func located(_ typed: String) -> String {
    let path = expandingHome(typed)
    guard !path.isEmpty, !isThere(path), path.utf8.contains(where: { $0 >= 0x80 }) else {
      return path
    }
    var found = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      let next = found + part
      let name = isThere(next) ? nil : twin(of: String(part), in: found.isEmpty ? "." : found)
      found += (name ?? String(part)) + "/"
    }
    return path.hasSuffix("/") ? found : String(found.dropLast())
  }

  /// The entry of a folder that is canonically the same as a name; Swift compares so.
  private static func twin(of name: String, in folder: String) -> String? {
    guard name.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    return FileFinder.names(in: folder)?.filter { $0 == name }
      .min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether something has the name; a link that leads nowhere has.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return FilePath(text: path).withPlatformString { lstat($0, &status) } == 0
  }
}

extension UserPath {
  /// `~` → the home folder of who works here, `~lan/x` → of the user lan. An unknown user's stays.
  static func expandingHome(_ path: String) -> String {
    guard path.hasPrefix("~") else { return path }
    let name = path.dropFirst().prefix { $0 != "/" }
    guard let home = name.isEmpty ? ownHome() : home(of: String(name)) else { return path }
    return home + path.dropFirst(1 + name.count)
  }

  private static func ownHome() -> String? {
    if let home = getenv("HOME"), home.pointee != 0 { return String(cString: home) }
    return record { getpwuid_r(getuid(), $0, $1, $2, $3) }
  }

  private static func home(of user: String) -> String? {
    record { entry, buffer, count, found in
      getpwnam_r(user, entry, buffer, count, found)
    }
  }

  private typealias Entry = UnsafeMutablePointer<passwd>

  private static func record(
    _ call: (Entry, UnsafeMutablePointer<CChar>, Int, UnsafeMutablePointer<Entry?>) -> Int32
  ) -> String? {
    var entry = passwd()
    var found: Entry?
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 14) { buffer in
      guard let start = buffer.baseAddress, call(&entry, start, buffer.count, &found) == 0,
        found != nil, let home = entry.pw_dir
      else { return nil }
      return String(cString: home)
    }
  }
}
