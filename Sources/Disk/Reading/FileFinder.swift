import SystemPackage
package import TerminalText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds the files that the words of a command mean: files, folders, patterns, `-`.
package enum FileFinder {
  package struct Found: Sendable {
    /// As the user wrote them, or with what was found appended; "-" is standard input.
    package var paths: [String] = []
    package var failures: [UserError] = []

    package init(paths: [String] = [], failures: [UserError] = []) {
      self.paths = paths
      self.failures = failures
    }
  }

  /// A word that names a file is that file; one that names a folder, the files in it whose names end
  /// so; else one with `*`, `?` or `[…]` is a pattern.
  package static func files(_ words: [String], endingIn endings: [String]) -> Found {
    var found = Found()
    for word in words {
      do throws(UserError) { found.paths += try files(word, endings) } catch {
        found.failures.append(error)
      }
    }
    return found
  }

  private static func files(_ word: String, _ endings: [String]) throws(UserError) -> [String] {
    if word == "-" { return [word] }
    let path = UserPath.located(word)
    if let kind = kind(path) { return kind == .folder ? try files(in: path, endings) : [path] }
    guard word.contains(where: { "*?[".contains($0) }) else {
      throw UserError(FileError.notFound(word))
    }
    let matches = glob(path)
    guard !matches.isEmpty else { throw UserError(InputError.noMatch(pattern: word)) }
    var all = [String]()
    for match in matches {
      all += kind(match) == .folder ? (try? files(in: match, endings)) ?? [] : [match]
    }
    return all
  }

  /// The stories in a folder and the folders within it, in order of their names.
  private static func files(
    in folder: String, _ endings: [String]
  ) throws(UserError) -> [String] {
    var paths = [String]()
    try collect(folder, endings, &paths)
    guard !paths.isEmpty else {
      throw UserError(InputError.noStories(folder, endings: endings))
    }
    return paths
  }

  private static func collect(
    _ folder: String, _ endings: [String], _ paths: inout [String]
  ) throws(UserError) {
    guard let names = names(in: folder) else {
      throw UserError(FileError.unreadable(folder, reason: Errno(rawValue: errno).words))
    }
    let lead = folder.hasSuffix("/") ? folder : folder + "/"
    let all = Set(names)
    for name in names.sorted() where !name.hasPrefix(".") && !isPartsOfPage(name, all) {
      let path = lead + name
      switch kind(path) {
      case .folder where !isLink(path): try collect(path, endings, &paths)
      case .file where endings.contains(where: name.lowercased().hasSuffix): paths.append(path)
      default: break
      }
    }
  }
}

extension FileFinder {
  /// Whether a folder holds the pictures and frames of a page beside it, as browsers save them:
  /// "tin_files" beside "tin.html".
  private static func isPartsOfPage(_ name: String, _ names: Set<String>) -> Bool {
    guard name.hasSuffix("_files") else { return false }
    let page = name.dropLast("_files".count)
    return names.contains(page + ".html") || names.contains(page + ".htm")
  }

  package enum Kind { case file, folder }

  /// Nil where there is nothing; what is no folder counts as a file (pipes, devices).
  package static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard FilePath(text: path).withPlatformString({ stat($0, &status) }) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// What a folder holds, in no order; nil where it cannot be read, with errno set.
  package static func names(in folder: String) -> [String]? {
    guard let stream = FilePath(text: folder).withPlatformString({ opendir($0) }) else {
      return nil
    }
    defer { closedir(stream) }
    var names = [String]()
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { name in
        DiskName.text(Array(name.prefix { $0 != 0 }))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Bytes of a file; 0 where nothing is told.
  package static func size(_ path: String) -> Int {
    var status = stat()
    return FilePath(text: path).withPlatformString { stat($0, &status) } == 0
      ? Int(status.st_size) : 0
  }

  /// Links to folders are not followed: they may lead round in a circle.
  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return FilePath(text: path).withPlatformString { lstat($0, &status) } == 0
      && status.st_mode & S_IFMT == S_IFLNK
  }

  /// glob(3): in order of names; empty where nothing matches. Where it finds nothing, names that
  /// are canonically those of the pattern.
  static func glob(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    let status = FilePath(text: pattern).withPlatformString { systemGlob($0, &result) }
    guard status == 0, let paths = result.gl_pathv else {
      return pattern.utf8.contains { $0 >= 0x80 } ? twins(of: pattern) : []
    }
    return (0..<Int(result.gl_pathc)).compactMap {
      paths[$0].map { FilePath(platformString: $0).text }
    }
  }

  private static func twins(of pattern: String) -> [String] {
    var found = [pattern.hasPrefix("/") ? "/" : ""]
    for part in pattern.split(separator: "/") {
      let names = NamePattern(part)
      found = found.flatMap { folder in
        guard names.isPattern || part.utf8.contains(where: { $0 >= 0x80 }) else {
          return kind(folder + part) == nil ? [] : [folder + part + "/"]
        }
        return (self.names(in: folder.isEmpty ? "." : folder) ?? []).sorted()
          .filter { names.matches($0) }.map { folder + $0 + "/" }
      }
    }
    return found.map { String($0.dropLast()) }
  }
}

/// Outside of the type, where `glob` is the C function.
private func systemGlob(_ pattern: UnsafePointer<CChar>, _ result: inout glob_t) -> Int32 {
  glob(pattern, 0, nil, &result)
}
