internal import FactStore

/// The changes that stand at the end of a log, by number.
struct StandingOperations {
  private(set) var numbers: [Int] = []
  private var undone: [Int] = []
  /// What stood last behind each operation, from 0 for none.
  private var tops = [0]

  init(_ log: some Sequence<LoggedOperation>) {
    for logged in log {
      switch logged.operation.action {
      case .undo(let steps): Self.move(steps, from: &numbers, to: &undone)
      case .redo(let steps): Self.move(steps, from: &undone, to: &numbers)
      case .goTo(let number): goTo(number)
      default:
        numbers.append(logged.number)
        undone = []
      }
      tops.append(numbers.last ?? 0)
    }
  }

  private mutating func goTo(_ number: Int) {
    var path = [Int]()
    var top = tops[number]
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
