/// What the names of articles weigh together, each sum made once.
final class NameSums {
  private var sums = [Int: Double]()

  func sum(of article: Int, _ make: () -> Double) -> Double {
    if let known = sums[article] { return known }
    let made = make()
    sums[article] = made
    return made
  }
}
