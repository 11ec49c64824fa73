import Presentation

/// Shows how far work has come: a bar on one row, from half a second on, ten times a second.
struct ProgressMeter {
  private var work: String?
  private var start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isShown = false
  private static let delay = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  /// What is to be written now, if anything; nil progress takes the bar away.
  mutating func line(_ progress: Progress?, width: Int) -> String? {
    guard let progress, progress.done < progress.total else {
      work = nil
      defer { isShown = false }
      return isShown ? "\r\u{1B}[K" : nil
    }
    let now = ContinuousClock.now
    if work != progress.work {
      work = progress.work
      (start, last) = (now, now)
    }
    guard now - start >= Self.delay, now - last >= Self.interval || !isShown else { return nil }
    last = now
    isShown = true
    return "\r" + bar(progress, after: now - start, width: width) + "\u{1B}[K"
  }

  /// `reading ━━━━━───── 52 %  14 MB/s  3 s left`
  private func bar(_ progress: Progress, after elapsed: Duration, width: Int) -> String {
    let seconds = max(
      0.001,
      Double(elapsed.components.seconds)
        + Double(elapsed.components.attoseconds) / 1e18)
    let share = Double(progress.done) / Double(max(1, progress.total))
    let rate = Double(progress.done) / seconds
    let left = rate > 0 ? Double(progress.total - progress.done) / rate : 0
    let words =
      " \(Int(share * 100)) %  \(Self.amount(rate, progress.unit))/s  \(Int(left.rounded(.up))) s left"
    let room = min(30, max(0, width - progress.work.count - words.count - 2))
    let full = Int(share * Double(room))
    return progress.work + " " + String(repeating: "━", count: full)
      + String(repeating: "─", count: room - full) + words
  }

  /// 14_200_000 bytes → "14 MB"; 31 operations → "31 operations".
  private static func amount(_ number: Double, _ unit: String) -> String {
    guard unit == "bytes" else { return "\(Int(number)) \(unit)" }
    if number >= 1e6 { return "\(Int(number / 1e6)) MB" }
    return "\(Int(number / 1e3)) kB"
  }
}
