/// The last texts cut out of a line, newest last; kills in a row become one entry.
struct KillRing: Sendable {
  enum Side { case before, after }

  private var entries: [String] = []
  private var current = 0
  private static let limit = 32

  /// Keeps `text`; with `joining` it is put to the newest entry, on the side it was cut from.
  mutating func kill(_ text: String, _ side: Side, joining: Bool) {
    guard !text.isEmpty else { return }
    if joining, let last = entries.popLast() {
      entries.append(side == .before ? text + last : last + text)
    } else {
      entries.append(text)
    }
    if entries.count > Self.limit { entries.removeFirst() }
    current = entries.count - 1
  }

  /// What ^Y inserts.
  var newest: String? {
    mutating get {
      current = entries.count - 1
      return entries.last
    }
  }

  /// What M-y puts in its place: the entry before, and after the oldest the newest again.
  mutating func previous() -> String? {
    guard !entries.isEmpty else { return nil }
    current = (current + entries.count - 1) % entries.count
    return entries[current]
  }
}
