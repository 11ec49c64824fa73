package import SystemPackage

/// A journal belongs to the session that it lies beside; the path in its header is the one that the
/// session had then, before its folder was moved or copied. Which file it really follows is told
/// by the hash in the header.
extension JournalFile {
  /// Where its session may lie, the likeliest first; none where it never had a file.
  package func sessions(_ calls: SystemCalls = .live) -> [FilePath] {
    guard let recorded = header.session else { return [] }
    var places = Self.besides(path).filter { (try? calls.status($0)) != nil }
    if !places.contains(recorded) { places.append(recorded) }
    return places
  }

  /// Where its session lies, as far as can be told without reading it; nil where it never had a
  /// file.
  package func session(_ calls: SystemCalls = .live) -> FilePath? { sessions(calls).first }

  /// Whether the file that it follows is none that can be found: renamed, or moved without it.
  package func isOrphan(_ calls: SystemCalls = .live) -> Bool {
    header.session != nil && sessions(calls).allSatisfy { (try? calls.status($0)) == nil }
  }

  /// The sessions that a journal can be of by its place: `t/.s.json.theo-journal` → `t/s.json`,
  /// `.s.json.2.theo-journal` → `s.json.2` or `s.json`; none for another name.
  package static func besides(_ journal: FilePath) -> [FilePath] {
    guard let name = journal.lastComponent?.string, name.hasPrefix("."),
      name.hasSuffix("." + ending)
    else { return [] }
    let own = String(name.dropFirst().dropLast(ending.utf8.count + 1))
    var names = [own]
    let parts = own.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, let number = parts.last.flatMap({ Int($0) }), number > 1 {
      names.append(parts.dropLast().joined(separator: "."))
    }
    let folder = journal.removingLastComponent()
    return names.filter { !$0.isEmpty }.map { folder.appending($0).lexicallyNormalized() }
  }
}
