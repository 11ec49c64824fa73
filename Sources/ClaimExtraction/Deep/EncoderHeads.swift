internal import CEncoder
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What is read from an encoder's vectors: which tokens are cues, and what each cue's content and
/// source are.
struct EncoderHeads {
  private let file: EncoderFile
  private let path: OpaquePointer?
  private let vectors: [Float]
  private let wire: Float
  private static let hidden = Int(ce_hidden)
  private static let room = Int(ce_room)
  /// Of each token: scores of outside, first, further token of a cue.
  private let cueScores: [Float]
  /// Of each token, what is added and what is multiplied.
  private let tokens: [Float]
  private let last: ce_span_head

  init(file: EncoderFile, path: OpaquePointer?, vectors: [Float], wire: Float) {
    (self.file, self.path, self.vectors, self.wire) = (file, path, vectors, wire)
    let linear = file.linear(.cue, depth: Self.hidden, columns: Self.room)
    var inner = Self.applied(linear, to: vectors, path)
    let domain = file.floats(.cueDomain)
    for at in inner.indices { inner[at] += wire * domain[at % Self.room] }
    inner.withUnsafeMutableBufferPointer { ce_gelu(path, $0.baseAddress, $0.count) }
    cueScores = Self.scored(inner, file.floats(.cueLast))
    tokens = Self.applied(
      file.linear(.token, depth: Self.hidden, columns: 2 * Self.room), to: vectors, path)
    let spans = file.floats(.spanLast)
    last = ce_span_head(
      words: nil, cue: nil, distances: file.floats(.distances),
      neighbours: file.floats(.neighbours), last: spans,
      bias: spans + EncoderPath.labels * Self.room)
  }

  private static func applied(
    _ linear: ce_linear, to rows: [Float], _ path: OpaquePointer?
  ) -> [Float] {
    let count = rows.count / linear.depth
    return [Float](unsafeUninitializedCapacity: count * linear.columns) { out, filled in
      filled = count * linear.columns
      _ = withUnsafePointer(to: linear) { linear in
        rows.withUnsafeBufferPointer {
          ce_linear_apply(path, linear, $0.baseAddress, count, out.baseAddress)
        }
      }
    }
  }

  private static func scored(_ rows: [Float], _ weights: UnsafePointer<Float>) -> [Float] {
    var out = [Float]()
    out.reserveCapacity(rows.count / room * 3)
    rows.withUnsafeBufferPointer { rows in
      for row in 0..<rows.count / room {
        for label in 0..<3 {
          var sum = weights[3 * room + label]
          for at in 0..<room { sum += rows[row * room + at] * weights[label * room + at] }
          out.append(sum)
        }
      }
    }
    return out
  }

  /// Runs of rows that may be cues.
  func cues(_ rows: Range<Int>) -> [CueCandidate] {
    var found = [CueCandidate]()
    for row in rows {
      let (outside, begin, inside) = (
        cueScores[row * 3], cueScores[row * 3 + 1], cueScores[row * 3 + 2]
      )
      let most = max(outside, begin, inside)
      let parts = [outside, begin, inside].map { exponential($0 - most) }
      let chance = 1 - parts[0] / (parts[0] + parts[1] + parts[2])
      if chance < 0.08 { continue }
      if let previous = found.last, previous.tokens.upperBound == row,
        inside > begin, chance > 0.3 * previous.probability
      {
        found[found.count - 1].tokens = previous.tokens.lowerBound..<row + 1
        found[found.count - 1].probability = max(previous.probability, chance)
      } else {
        found.append(CueCandidate(tokens: row..<row + 1, probability: chance))
      }
    }
    return found
  }

  /// Content and source of the cue in `rows`, which are the tokens of a window.
  func decoding(
    _ cue: CueCandidate, _ rows: Range<Int>, _ window: EncoderWindows.Window, _ sentences: [Int32]
  ) -> [SpanDecoding] {
    let first = window.tokens.lowerBound
    let scores = scores(cue.tokens, rows) { sentences[$0 - rows.lowerBound + first] }
    let local = cue.tokens.lowerBound - rows.lowerBound..<cue.tokens.upperBound - rows.lowerBound
    let path = scores.withUnsafeBufferPointer { EncoderPath($0, cue: local) }
    if path.content.isEmpty { return [] }
    let placed = { (range: Range<Int>) in range.lowerBound + first..<range.upperBound + first }
    return [
      SpanDecoding(
        cue: placed(local), content: path.content.map(placed), source: path.source.map(placed),
        confidence: cue.probability, spanSureness: path.sureness)
    ]
  }

  private func scores(
    _ cue: Range<Int>, _ rows: Range<Int>, _ sentence: (Int) -> Int32
  ) -> [Float] {
    let both =
      Array(vectors[cue.lowerBound * Self.hidden..<(cue.lowerBound + 1) * Self.hidden])
      + vectors[(cue.upperBound - 1) * Self.hidden..<cue.upperBound * Self.hidden]
    let linear = file.linear(.ofCue, depth: 2 * Self.hidden, columns: 2 * Self.room)
    var own = Self.applied(linear, to: both, path)
    let domain = file.floats(.spanDomain)
    for at in 0..<Self.room { own[at] += wire * domain[at] }
    let near = rows.map { Self.distance($0, cue) }
    let home = sentence(cue.lowerBound)
    let beside = rows.map { UInt8(min(max(sentence($0) - home, -3), 3) + 3) }
    return [Float](unsafeUninitializedCapacity: rows.count * EncoderPath.labels) { out, filled in
      filled = rows.count * EncoderPath.labels
      tokens.withUnsafeBufferPointer { tokens in
        own.withUnsafeBufferPointer { own in
          var head = last
          head.words = tokens.baseAddress.map { $0 + rows.lowerBound * 2 * Self.room }
          head.cue = own.baseAddress
          ce_span_scores(path, &head, near, beside, rows.count, out.baseAddress)
        }
      }
    }
  }

  /// The bucket of a token's distance to a cue, as encoder/model.py has it.
  static func distance(_ at: Int, _ cue: Range<Int>) -> UInt8 {
    let ahead = cue.lowerBound - at
    let far = max(ahead, at - cue.upperBound + 1, 0)
    let bucket = far < 8 ? far : 4 + Int(log2(Float(far) + 0.5) * 2 - 2)
    return UInt8(min(bucket, 19) + (ahead > 0 ? 20 : 0))
  }
}

/// The exponential function.
func exponential(_ value: Float) -> Float { exp(value) }
