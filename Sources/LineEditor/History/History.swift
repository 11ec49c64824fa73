/// The lines to go back to: this shell's own are the nearest, then those of the file, the newest
/// first. A line stands in it once, where it was last used.
package struct History: Sendable {
  private let file: HistoryFile?
  /// Oldest first, each line once.
  private var earlier: [String] = []
  private var own: [String] = []
  private static let limit = 20_000

  /// An unreadable file is no reason not to start: `problem` tells.
  package private(set) var problem: LineEditorError?

  package init(file: HistoryFile?) {
    self.file = file
    do throws(LineEditorError) {
      earlier = Self.folded(try file?.entries() ?? [])
    } catch {
      problem = error
    }
  }

  /// Oldest first, so that the last one is the nearest.
  package var lines: [String] {
    let mine = Set(own)
    return earlier.filter { !mine.contains($0) } + own
  }

  /// Keeps a line that was accepted, here and in the file. One that starts with a blank is kept
  /// out, and so is one of blanks only.
  package mutating func add(_ line: String) {
    guard let first = line.first, !first.isWhitespace else { return }
    let isRepeated = own.last == line
    own.removeAll { $0 == line }
    own.append(line)
    if isRepeated { return }
    do throws(LineEditorError) {
      try file?.append(line)
    } catch {
      problem = error
    }
  }

  /// Each line once, at its last place, and no more than the newest 20,000.
  static func folded(_ lines: [String]) -> [String] {
    var seen: Set<String> = []
    var result: [String] = []
    for line in lines.reversed() where result.count < limit && seen.insert(line).inserted {
      result.append(line)
    }
    return result.reversed()
  }
}
