/// Labels of the cue tagger, and which may follow which.
package enum CueLabel {
  package static let outside: UInt8 = 0
  package static let single: UInt8 = 1
  package static let begin: UInt8 = 2
  package static let inside: UInt8 = 3

  /// 1 where `to` may follow `from`.
  package static let allowed: [[UInt8]] = [
    [1, 1, 1, 0], [1, 1, 1, 0], [0, 0, 0, 1], [1, 1, 1, 1],
  ]
  package static let starts: [UInt8] = [1, 1, 1, 0]
  package static let ends: [UInt8] = [1, 1, 0, 1]

  /// Scores that leave no label but "outside".
  package static let onlyOutside: LabelScores = {
    var scores = LabelScores(repeating: Chain.never)
    scores[Int(outside)] = 0
    return scores
  }()
}
