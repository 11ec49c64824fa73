/// What names weigh, and those of articles together, each made once.
final class NameSums {
  private var sums = [Int: Double]()
  private var weights = [UInt32: Double]()

  func weight(of name: UInt32, _ make: () -> Double) -> Double {
    if let known = weights[name] { return known }
    let made = make()
    weights[name] = made
    return made
  }

  func sum(of article: Int, _ make: () -> Double) -> Double {
    if let known = sums[article] { return known }
    let made = make()
    sums[article] = made
    return made
  }
}
