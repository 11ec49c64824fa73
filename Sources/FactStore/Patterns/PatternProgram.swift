/// A pattern as steps of a machine that is in many of them at once (Thompson's construction): a text
/// is read once, whatever the pattern.
struct PatternProgram: Sendable, Hashable {
  enum Step: Sendable, Hashable {
    case read(SymbolSet)
    /// Goes on at both.
    case fork(Int, Int)
    case jump(Int)
    case check(PatternPlace)
    case found
  }

  private(set) var steps: [Step] = []
  /// What one query may cost for each letter that it reads.
  private static let mostSteps = 4000

  init(_ node: PatternNode) throws(PatternProblem) {
    try add(node)
    steps.append(.found)
  }

  private mutating func add(_ node: PatternNode) throws(PatternProblem) {
    guard steps.count < Self.mostSteps else {
      throw PatternProblem(kind: .tooLong, offset: 0, length: 1)
    }
    switch node {
    case .empty: break
    case .one(let set): steps.append(.read(set))
    case .place(let place): steps.append(.check(place))
    case .sequence(let parts): for part in parts { try add(part) }
    case .either(let parts): try add(either: parts[...])
    case .repeated(let part, let least, let most):
      for _ in 0..<least { try add(part) }
      if let most { try add(part, upTo: most - least) } else { try addLoop(part) }
    }
  }

  private mutating func add(either parts: ArraySlice<PatternNode>) throws(PatternProblem) {
    guard let first = parts.first else { return }
    guard parts.count > 1 else { return try add(first) }
    let fork = steps.count
    steps.append(.fork(fork + 1, fork + 1))
    try add(first)
    let jump = steps.count
    steps.append(.jump(0))
    steps[fork] = .fork(fork + 1, steps.count)
    try add(either: parts.dropFirst())
    steps[jump] = .jump(steps.count)
  }

  private mutating func addLoop(_ part: PatternNode) throws(PatternProblem) {
    let fork = steps.count
    steps.append(.fork(fork + 1, 0))
    try add(part)
    steps.append(.jump(fork))
    steps[fork] = .fork(fork + 1, steps.count)
  }

  private mutating func add(_ part: PatternNode, upTo count: Int) throws(PatternProblem) {
    var forks = [Int]()
    for _ in 0..<count {
      forks.append(steps.count)
      steps.append(.fork(steps.count + 1, 0))
      try add(part)
    }
    for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
  }
}

/// Runs a program over texts, one after the other, with the same buffers.
struct PatternMatcher {
  private let steps: [PatternProgram.Step]
  /// Steps that read the next symbol.
  private var now: [Int] = []
  private var next: [Int] = []
  private var waiting: [Int] = []
  /// When each step was last entered.
  private var entered: [Int]
  private var clock = 0

  init(_ program: PatternProgram) {
    steps = program.steps
    entered = Array(repeating: 0, count: program.steps.count)
  }

  /// Whether the pattern stands anywhere in the symbols.
  mutating func matches(_ symbols: [UInt32]) -> Bool {
    now.removeAll(keepingCapacity: true)
    for at in 0...symbols.count {
      clock += 1
      next.removeAll(keepingCapacity: true)
      for step in now {
        guard case .read(let set) = steps[step], set.contains(symbols[at - 1]) else { continue }
        if enter(step + 1, at, symbols) { return true }
      }
      if enter(0, at, symbols) { return true }
      swap(&now, &next)
    }
    return false
  }

  /// Follows all that needs no symbol; true where the end is among it.
  private mutating func enter(_ first: Int, _ at: Int, _ symbols: [UInt32]) -> Bool {
    waiting.append(first)
    while let step = waiting.popLast() {
      guard entered[step] != clock else { continue }
      entered[step] = clock
      switch steps[step] {
      case .found:
        waiting.removeAll(keepingCapacity: true)
        return true
      case .read: next.append(step)
      case .jump(let other): waiting.append(other)
      case .fork(let one, let other):
        waiting.append(other)
        waiting.append(one)
      case .check(let place): if holds(place, at, symbols) { waiting.append(step + 1) }
      }
    }
    return false
  }

  private func holds(_ place: PatternPlace, _ at: Int, _ symbols: [UInt32]) -> Bool {
    switch place {
    case .start: return at == 0
    case .end: return at == symbols.count
    case .wordBound, .notWordBound:
      let before = at > 0 && PatternSymbols.isPartOfWord(symbols[at - 1])
      let after = at < symbols.count && PatternSymbols.isPartOfWord(symbols[at])
      return (before != after) == (place == .wordBound)
    }
  }
}
