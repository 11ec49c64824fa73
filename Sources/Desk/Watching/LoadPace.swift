/// How many stories are taken in at once, so that a key that is typed meanwhile is not noticed to
/// wait: a person takes a tenth of a second for at once.
struct LoadPace {
  private(set) var stories = 32
  private static let few = Duration.milliseconds(25)
  private static let many = Duration.milliseconds(60)
  /// A load has a cost of its own, which no smaller number makes smaller.
  private static let least = 4
  private static let most = 512

  /// 32 took 90 ms → 16; 32 took 5 ms → 64.
  mutating func note(_ count: Int, took time: Duration) {
    if time > Self.many {
      stories = max(Self.least, min(count, stories) / 2)
    } else if time < Self.few, count >= stories {
      stories = min(Self.most, stories * 2)
    }
  }
}
