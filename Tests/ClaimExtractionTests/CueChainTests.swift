import Testing

@testable import ClaimExtraction

@Suite("The cue tagger's chain over runs of tokens")
struct CueChainTests {
  /// Numbers from a seed, between -3 and 3.
  private struct Numbers {
    var state: UInt64

    mutating func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24) * 6 - 3
    }
  }

  private static func chain(_ numbers: inout Numbers) -> Chain {
    func scores(_ allowed: [UInt8]) -> LabelScores {
      LabelScores((0..<8).map { $0 < 4 && allowed[$0] == 1 ? numbers.next() : Chain.never })
    }
    return Chain(
      start: scores(CueLabel.starts), end: scores(CueLabel.ends),
      steps: (0..<8).map { scores($0 < 4 ? CueLabel.allowed[$0] : [0, 0, 0, 0]) })
  }

  @Test(
    "gives what the whole sentence gives, wherever the runs lie",
    arguments: [
      "c", "ccc", ".c", "c.", "..ccc..", "cc.c.ccc", "c.c.c", ".cc..c.",
    ])
  func runs(sentence: String) {
    var numbers = Numbers(state: 5)
    for _ in 0..<20 {
      let chain = Self.chain(&numbers)
      let isCue = sentence.map { $0 == "c" }
      let emissions = isCue.map { isCue in
        isCue
          ? LabelScores((0..<8).map { $0 < 4 ? numbers.next() : Chain.never })
          : CueLabel.onlyOutside
      }
      let whole = ChainProbabilities(chain, emissions).marginals.map { 1 - $0[0] }
      let path = chain.bestPath(emissions).labels
      for run in Self.runs(of: isCue) {
        let part = CueChain.Run(
          emissions: run.map { emissions[$0].lowHalf }, startsSentence: run.lowerBound == 0,
          endsSentence: run.upperBound == isCue.count)
        let cue = CueChain(chain)
        let chances = cue.chances(part)
        #expect(zip(run, chances).allSatisfy { abs(whole[$0] - $1) < 1e-3 })
        #expect(cue.bestPath(part, bias: 0) == Array(path[run]))
      }
    }
  }

  private static func runs(of isCue: [Bool]) -> [Range<Int>] {
    var found = [Range<Int>]()
    for index in isCue.indices where isCue[index] {
      if let last = found.last, last.upperBound == index {
        found[found.count - 1] = last.lowerBound..<index + 1
      } else {
        found.append(index..<index + 1)
      }
    }
    return found
  }
}
