/// The best labels of a window's tokens for one cue: content and source.
struct EncoderPath {
  /// Outside; content, its first token first; source, its first token first.
  static let labels = 5
  private static let never: Float = -1e9
  /// What a further piece of content costs.
  private static let again: Float = 1.5

  private(set) var content = [Range<Int>]()
  private(set) var source: Range<Int>?
  /// The logarithm of its probability.
  private(set) var sureness: Float = 0

  /// `scores` has five of each token; nothing but "outside" is possible in the cue.
  init(_ scores: UnsafeBufferPointer<Float>, cue: Range<Int>) {
    let count = scores.count / Self.labels
    // A state is a label, and whether there was content so far.
    var best = [Float](repeating: Self.never, count: 10)
    best[0] = 0
    var back = [UInt8](repeating: 0, count: count * 10)
    for token in 0..<count {
      let chances = Self.chances(scores, token, isCue: cue.contains(token))
      var next = [Float](repeating: Self.never, count: 10)
      for from in 0..<10 where best[from] > Self.never / 2 {
        for label in 0..<Self.labels {
          guard let (to, cost) = Self.step(from, label) else { continue }
          let score = best[from] + chances[label] - cost
          if score > next[to] {
            next[to] = score
            back[token * 10 + to] = UInt8(from)
          }
        }
      }
      best = next
    }
    var state = (5..<10).max { best[$0] < best[$1] } ?? 5
    guard count > 0, best[state] > Self.never / 2 else { return }
    sureness = best[state]
    var found = [Int](repeating: 0, count: count)
    for token in stride(from: count - 1, through: 0, by: -1) {
      found[token] = state % 5
      state = Int(back[token * 10 + state])
    }
    read(found)
  }

  private static func step(_ from: Int, _ label: Int) -> (to: Int, cost: Float)? {
    let (last, had) = (from % 5, from >= 5)
    switch label {
    case 2: return last == 1 || last == 2 ? (7, 0) : nil
    case 4: return last == 3 || last == 4 ? (had ? 9 : 4, 0) : nil
    case 1: return (6, had ? again : 0)
    default: return (had ? label + 5 : label, 0)
    }
  }

  private static func chances(
    _ scores: UnsafeBufferPointer<Float>, _ token: Int, isCue: Bool
  ) -> [Float] {
    if isCue { return [0, never, never, never, never] }
    let row = (0..<labels).map { scores[token * labels + $0] }
    let most = row.max() ?? 0
    let sum = most + Float(logarithm(Double(row.reduce(0) { $0 + exponential($1 - most) })))
    return row.map { $0 - sum }
  }

  private mutating func read(_ labels: [Int]) {
    for (at, label) in labels.enumerated() {
      switch label {
      case 1: content.append(at..<at + 1)
      case 2: content[content.count - 1] = content[content.count - 1].lowerBound..<at + 1
      case 3 where source == nil: source = at..<at + 1
      case 4: if let last = source, last.upperBound == at { source = last.lowerBound..<at + 1 }
      default: break
      }
    }
  }
}
