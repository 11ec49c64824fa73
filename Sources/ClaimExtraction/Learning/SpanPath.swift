/// The best labelling of a window that has a content, and at most one source.
///
/// Four layers of the chain's labels, by what was seen so far: nothing, a content, a source,
/// both. A path climbs as it begins one, and ends in a layer that has seen a content. Of the 32
/// pairs of layer and label 18 can be reached, by 62 steps: those alone are looked at.
package struct SpanPath: Sendable {
  /// A label within a layer.
  private struct State {
    var layer: Int
    var label: UInt8
  }

  private static let hasContent = 1
  private static let hasSource = 2

  /// Labels of each layer that a path can have there.
  private static let states: [State] = (0..<4).flatMap { layer in
    (0..<8 as Range<UInt8>).filter { label in
      label == SpanLabel.outside
        || (isContent(label) ? layer & hasContent != 0 : layer & hasSource != 0)
    }.map { State(layer: layer, label: $0) }
  }

  /// A step from one state to another, and the labels that it goes between.
  private struct Step {
    var from: Int
    var labels: (Int, Int)
  }

  /// Of each state the steps that lead to it.
  private static let arrivals: [[Step]] = states.map { state in
    let origin = layerBefore(state)
    return states.indices.filter { from in
      states[from].layer == origin
        && SpanLabel.allowed[Int(states[from].label)][Int(state.label)] == 1
    }.map { Step(from: $0, labels: (Int(states[$0].label), Int(state.label))) }
  }

  private static func isContent(_ label: UInt8) -> Bool {
    (SpanLabel.contentBegin...SpanLabel.contentEnd).contains(label)
      || label == SpanLabel.contentAgain
  }

  /// The layer that a path comes from into a state: one lower where something begins.
  private static func layerBefore(_ state: State) -> Int {
    switch state.label {
    case SpanLabel.contentBegin: state.layer & ~hasContent
    case SpanLabel.sourceBegin: state.layer & ~hasSource
    default: state.layer
    }
  }

  private let chain: Chain
  /// e to the chain's steps.
  private let grownSteps: [LabelScores]
  private let grownStart: LabelScores
  private let grownEnd: LabelScores
  /// The steps to all states, those to one beside each other, and where those to each end.
  private let steps: [Scored]
  private let ends: [Int]
  /// The label of each state.
  private let labels: [Int]

  /// Where a step comes from and what it costs.
  private struct Scored {
    var from: Int
    var score: Float
  }

  package init(_ chain: Chain) {
    self.chain = chain
    grownSteps = chain.steps.map(exponential)
    grownStart = exponential(chain.start)
    grownEnd = exponential(chain.end)
    steps = Self.arrivals.joined().map {
      Scored(from: $0.from, score: chain.steps[$0.labels.0][$0.labels.1])
    }
    var ends = [Int]()
    for steps in Self.arrivals { ends.append((ends.last ?? 0) + steps.count) }
    self.ends = ends
    labels = Self.states.map { Int($0.label) }
  }

  /// Nil where no such path exists.
  package func best(_ emissions: [LabelScores]) -> [UInt8]? {
    guard let first = emissions.first else { return nil }
    let count = Self.states.count
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: count * 2) { room in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count * emissions.count) { back in
        room.initialize(repeating: Chain.never * 4)
        back.initialize(repeating: 0)
        enter(first + chain.start, room)
        for index in 1..<emissions.count {
          let now = (index & 1) * count
          step(
            from: count - now, to: now, emissions[index], room,
            UnsafeMutableBufferPointer(rebasing: back[(index * count)...]))
        }
        let last = ((emissions.count - 1) & 1) * count
        return trace(room[last..<last + count], UnsafeBufferPointer(back), emissions.count)
      }
    }
  }

  /// The scores of the first token's states.
  private func enter(_ score: LabelScores, _ room: UnsafeMutableBufferPointer<Float>) {
    for (number, state) in Self.states.enumerated() {
      let isEntry =
        switch state.label {
        case SpanLabel.outside: state.layer == 0
        case SpanLabel.contentBegin: state.layer == Self.hasContent
        case SpanLabel.sourceBegin: state.layer == Self.hasSource
        default: false
        }
      if isEntry { room[number] = score[Int(state.label)] }
    }
  }

  @inline(__always)
  private func step(
    from old: Int, to now: Int, _ emission: LabelScores,
    _ room: UnsafeMutableBufferPointer<Float>, _ back: UnsafeMutableBufferPointer<UInt8>
  ) {
    steps.withUnsafeBufferPointer { steps in
      var at = 0
      for number in labels.indices {
        var best = Chain.never * 4
        var origin = 0
        let end = ends[number]
        while at < end {
          let step = steps[at]
          let candidate = room[old &+ step.from] + step.score
          origin = candidate > best ? step.from : origin
          best = max(candidate, best)
          at &+= 1
        }
        room[now &+ number] = best + emission[labels[number]]
        back[number] = UInt8(truncatingIfNeeded: origin)
      }
    }
  }

  private func trace(
    _ last: Slice<UnsafeMutableBufferPointer<Float>>, _ back: UnsafeBufferPointer<UInt8>,
    _ tokens: Int
  ) -> [UInt8]? {
    var at = 0
    var best = Chain.never * 2
    for (number, state) in Self.states.enumerated() where state.layer & Self.hasContent != 0 {
      let final = last[last.startIndex + number] + chain.end[Int(state.label)]
      if final > best {
        best = final
        at = number
      }
    }
    guard best > Chain.never / 2 else { return nil }
    var labels = [UInt8](repeating: 0, count: tokens)
    for index in (0..<tokens).reversed() {
      labels[index] = Self.states[at].label
      at = Int(back[index * Self.states.count + at])
    }
    return labels
  }

  /// The logarithm of the probability of a path.
  package func sureness(of labels: [UInt8], _ emissions: [LabelScores]) -> Float {
    chain.score(of: labels, emissions)
      - ChainProbabilities.logSum(
        emissions, start: grownStart, end: grownEnd, steps: grownSteps)
  }
}
