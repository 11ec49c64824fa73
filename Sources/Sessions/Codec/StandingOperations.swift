internal import FactStore

/// The changes that stand at the end of a log, by number.
struct StandingOperations: Sendable {
  /// Rising.
  private(set) var numbers: [Int] = []
  private var undone: [Int] = []
  /// What stood last behind each operation, from 0 for none.
  private var tops = [0]

  init() {}

  init(_ log: some Sequence<LoggedOperation>) {
    for logged in log { take(logged.operation.action) }
  }

  /// The operation that follows.
  mutating func take(_ action: Action) {
    switch action {
    case .undo(let steps): Self.move(steps, from: &numbers, to: &undone)
    case .redo(let steps): Self.move(steps, from: &undone, to: &numbers)
    case .goTo(let number): goTo(number)
    default:
      numbers.append(tops.count)
      undone = []
    }
    tops.append(numbers.last ?? 0)
  }

  func contains(_ number: Int) -> Bool {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number
  }

  private mutating func goTo(_ number: Int) {
    var path = [Int]()
    var top = tops.indices.contains(number) ? tops[number] : 0
    while top > 0 {
      path.append(top)
      top = tops[top - 1]
    }
    path.reverse()
    let isBackward = numbers.starts(with: path)
    undone = isBackward ? undone + numbers[path.count...].reversed() : []
    numbers = path
  }

  private static func move(_ steps: Int, from: inout [Int], to: inout [Int]) {
    to += from.suffix(steps).reversed()
    from.removeLast(min(steps, from.count))
  }
}
