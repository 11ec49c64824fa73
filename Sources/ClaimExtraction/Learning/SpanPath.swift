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
    var layers = entering([LabelScores](repeating: first + chain.start, count: 1))
    var back = [[SIMD8<Int32>]]()
    back.reserveCapacity(emissions.count)
    for emission in emissions.dropFirst() {
      var next = [LabelScores]()
      var from = [SIMD8<Int32>]()
      for layer in 0..<4 {
        let (scores, origins) = step(into: layer, layers, chain)
        next.append(scores + emission)
        from.append(origins)
      }
      layers = next
      back.append(from)
    }
    return trace(layers, back, chain)
  }

  /// The layers after the first token, from its scores without them.
  private static func entering(_ scores: [LabelScores]) -> [LabelScores] {
    let score = scores[0]
    return (0..<4).map { layer in
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

  /// Scores of one layer's labels after a step, and where each came from: layer * 8 + label.
  private static func step(
    into layer: Int, _ layers: [LabelScores], _ chain: Chain
  ) -> (LabelScores, SIMD8<Int32>) {
    var (best, from) = arrival(from: layer, layers, chain)
    let begin = Int(SpanLabel.contentBegin)
    if layer & hasContent != 0 {
      let (other, origins) = arrival(from: layer & ~hasContent, layers, chain)
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
      let (other, origins) = arrival(from: layer & ~hasSource, layers, chain)
      best[source] = other[source]
      from[source] = origins[source]
    } else {
      best[source] = Chain.never * 4
    }
    return (best, from)
  }

  /// The best way into each label from one layer.
  @inline(__always)
  private static func arrival(
    from layer: Int, _ layers: [LabelScores], _ chain: Chain
  ) -> (LabelScores, SIMD8<Int32>) {
    let state = layers[layer]
    var best = LabelScores(repeating: state[0]) + chain.steps[0]
    var from = SIMD8<Int32>(repeating: Int32(layer * 8))
    for label in 1..<8 {
      let candidate = LabelScores(repeating: state[label]) + chain.steps[label]
      let better = candidate .> best
      best.replace(with: candidate, where: better)
      from.replace(with: Int32(layer * 8 + label), where: better)
    }
    return (best, from)
  }

  private static func trace(
    _ layers: [LabelScores], _ back: [[SIMD8<Int32>]], _ chain: Chain
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
    for from in back.reversed() {
      at = Int(from[at / 8][at % 8])
      labels.append(UInt8(at % 8))
    }
    return labels.reversed()
  }
}
