/// Labels of the tagger that finds content and source of one cue.
package enum SpanLabel {
  package static let outside: UInt8 = 0
  /// First token of a content, also of a content of one token.
  package static let contentBegin: UInt8 = 1
  package static let contentInside: UInt8 = 2
  package static let contentEnd: UInt8 = 3
  /// First token of a source, also of a source of one token.
  package static let sourceBegin: UInt8 = 4
  package static let sourceInside: UInt8 = 5
  package static let sourceEnd: UInt8 = 6
  /// First token where a content goes on that cue or source interrupt.
  package static let contentAgain: UInt8 = 7

  /// 1 where the column may follow the row.
  package static let allowed: [[UInt8]] = [
    [1, 1, 0, 0, 1, 0, 0, 1], [1, 0, 1, 1, 1, 0, 0, 0], [0, 0, 1, 1, 0, 0, 0, 0],
    [1, 0, 0, 0, 1, 0, 0, 0], [1, 1, 0, 0, 0, 1, 1, 1], [0, 0, 0, 0, 0, 1, 1, 0],
    [1, 1, 0, 0, 0, 0, 0, 1], [1, 0, 1, 1, 1, 0, 0, 0],
  ]
  package static let starts: [UInt8] = [1, 1, 0, 0, 1, 0, 0, 0]
  package static let ends: [UInt8] = [1, 1, 0, 1, 1, 0, 1, 1]
}
