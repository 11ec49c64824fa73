/// The best labelling of a window that has a content, and at most one source.
///
/// Four layers of the chain's labels, by what was seen so far: nothing, a content, a source,
/// both. A path climbs as it begins one, and ends in a layer that has seen a content.
enum SpanPath {
  private static let hasContent = 1
  private static let hasSource = 2

  /// Nil where no such path exists.
  static func best(_ emissions: [LabelScores], chain: Chain) -> [UInt8]? {
    guard let first = emissions.first else { return nil }
    var layers = entering(first + chain.start)
    // Four to a token: where each layer's labels come from, layer * 8 + label.
    var back = [SIMD8<Int32>](repeating: .zero, count: (emissions.count - 1) * 4)
    var arrivals = [Arrival](repeating: (.zero, .zero), count: 4)
    chain.steps.withUnsafeBufferPointer { steps in
      for index in 1..<emissions.count {
        for layer in 0..<4 {
          let (scores, from) = Chain.arrival(from: layers[layer], steps)
          arrivals[layer] = (scores, from &+ Int32(layer * 8))
        }
        for layer in 0..<4 {
          let (scores, origins) = step(into: layer, arrivals)
          layers[layer] = scores + emissions[index]
          back[index * 4 - 4 + layer] = origins
        }
      }
    }
    return trace(layers, back, chain)
  }

  /// The best way into each label from one layer, and where it comes from.
  private typealias Arrival = (scores: LabelScores, from: SIMD8<Int32>)

  /// The layers after the first token, from its scores without them.
  private static func entering(_ score: LabelScores) -> [LabelScores] {
    (0..<4).map { layer in
      var out = LabelScores(repeating: Chain.never * 4)
      switch layer {
      case 0: out[Int(SpanLabel.outside)] = score[Int(SpanLabel.outside)]
      case hasContent: out[Int(SpanLabel.contentBegin)] = score[Int(SpanLabel.contentBegin)]
      case hasSource: out[Int(SpanLabel.sourceBegin)] = score[Int(SpanLabel.sourceBegin)]
      default: break
      }
      return out
    }
  }

  /// Scores of one layer's labels after a step, and where each came from.
  @inline(__always)
  private static func step(into layer: Int, _ arrivals: [Arrival]) -> Arrival {
    var (best, from) = arrivals[layer]
    let begin = Int(SpanLabel.contentBegin)
    if layer & hasContent != 0 {
      let (other, origins) = arrivals[layer & ~hasContent]
      best[begin] = other[begin]
      from[begin] = origins[begin]
    } else {
      best[begin] = Chain.never * 4
      best[Int(SpanLabel.contentInside)] = Chain.never * 4
      best[Int(SpanLabel.contentEnd)] = Chain.never * 4
      best[Int(SpanLabel.contentAgain)] = Chain.never * 4
    }
    let source = Int(SpanLabel.sourceBegin)
    if layer & hasSource != 0 {
      let (other, origins) = arrivals[layer & ~hasSource]
      best[source] = other[source]
      from[source] = origins[source]
    } else {
      best[source] = Chain.never * 4
    }
    return (best, from)
  }

  private static func trace(
    _ layers: [LabelScores], _ back: [SIMD8<Int32>], _ chain: Chain
  ) -> [UInt8]? {
    var at = 0
    var score = Chain.never * 2
    for layer in 0..<4 where layer & hasContent != 0 {
      let final = layers[layer] + chain.end
      for label in 0..<8 where final[label] > score {
        score = final[label]
        at = layer * 8 + label
      }
    }
    guard score > Chain.never / 2 else { return nil }
    var labels = [UInt8(at % 8)]
    for index in stride(from: back.count - 4, through: 0, by: -4) {
      at = Int(back[index + at / 8][at % 8])
      labels.append(UInt8(at % 8))
    }
    return labels.reversed()
  }
}
