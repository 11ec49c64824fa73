/// The lines to go back to: this shell's own are the nearest, then those of the file, the newest
/// first. A line stands in it once, where it was last used.
package struct History: Sendable {
  private let file: HistoryFile?
  /// Oldest first, so that the last one is the nearest.
  private(set) var arena = TextArena()
  /// The same lines folded for searching, made when first wanted.
  private var folded: TextArena?
  private var fold = PlainFold()
  private var hasOwn = false
  private static let limit = 20_000

  /// Lines that the file does not have yet, for a disk that failed.
  private var pending: [String] = []

  /// What is wrong with the file now; nil again when every line is in it. An unreadable file is no
  /// reason not to start.
  package private(set) var problem: LineEditorError?

  package init(file: HistoryFile?) {
    self.file = file
    do throws(LineEditorError) {
      arena = try file?.newest(Self.limit) ?? TextArena()
    } catch {
      problem = error
    }
  }

  /// Oldest first.
  package var lines: [String] { arena.strings }

  /// Keeps a line that was accepted, here and in the file. One that starts with a blank is kept
  /// out, and so is one of blanks only.
  package mutating func add(_ line: String) {
    guard let first = line.first, !first.isWhitespace else { return }
    let bytes = Array(line.utf8)
    if hasOwn, arena.isEqual(arena.count - 1, to: bytes) { return }
    if let old = (0..<arena.count).first(where: { arena.isEqual($0, to: bytes) }) {
      arena.remove(at: old)
      folded?.remove(at: old)
    }
    arena.append(bytes)
    folded?.append(fold(line))
    hasOwn = true
    guard let file else { return }
    pending.append(line)
    do throws(LineEditorError) {
      try file.append(pending)
      (pending, problem) = ([], nil)
    } catch {
      problem = error
    }
  }

  /// A search through these lines, to end at `original` when nothing is found.
  mutating func search(from original: LineBuffer) -> HistorySearch {
    let folded = folded ?? foldAll()
    self.folded = folded
    return HistorySearch(lines: arena, folded: folded, original: original)
  }

  private mutating func foldAll() -> TextArena {
    var result = TextArena()
    for index in 0..<arena.count { result.append(fold(arena[index])) }
    return result
  }
}
