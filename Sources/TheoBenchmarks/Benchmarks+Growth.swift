internal import ClaimModel
import Desk
internal import FactStore
internal import SystemPackage

extension Benchmarks {
  /// How the time of comparing grows: twice the claims should take about twice as long. By the
  /// library alone, without loading.
  static let growth: @Sendable () async throws -> Void = {
    let single = try ratio([2_500, 5_000], of: oneStory) { store in
      _ = store.independence(of: Array(store.claims))
      _ = store.conflicts()
    }
    print(
      "growth: independence and conflicts on one story of 5000 claims take \(rounded(single.ratio))",
      "times as long as on one of 2500 (\(rounded(single.longest)) s; goal 2.50 times)")
    let many = try ratio([1_500, 3_000], of: manyStories) { store in
      _ = store.independence(of: Array(store.claims))
      _ = store.conflicts()
    }
    print(
      "growth: on 3000 stories they take \(rounded(many.ratio)) times as long as on 1500",
      "(\(rounded(many.longest)) s; goal 3.00 times)")
  }

  /// The time of the larger to that of the smaller, and the larger one's in seconds.
  private static func ratio(
    _ sizes: [Int], of text: (Int) -> String, _ body: (FactStore) -> Void
  ) throws -> (ratio: Double, longest: Double) {
    let times = try sizes.map { size in
      let store = try store(of: text(size))
      return seconds { body(store) }
    }
    return (times[1] / times[0], times[1])
  }

  private static func store(of text: String) throws -> FactStore {
    let path = ".build/growth.jsonl"
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try file.closeAfter { _ = try file.writeAll(text.utf8) }
    let surroundings = Surroundings(now: { Timestamp(seconds: 0) }, user: "benchmark", workers: 2)
    var desk = Desk(surroundings: surroundings)
    _ = try desk.load([path]) { _ in }
    return desk.store
  }

  private static func oneStory(_ count: Int) -> String {
    let sentences = (0..<count).map {
      "Nguyễn Văn A\($0) cho biết \($0 % 7) người chết ngày \($0 % 28 + 1)/3."
    }
    return record(
      "one", "Nhiều người chết ở cảng Vân Sa\\n\\n" + sentences.joined(separator: "\\n"))
  }

  private static func manyStories(_ count: Int) -> String {
    let people = ["Trần Kha", "Lê Thu Hà", "Vũ An", "Mai Chi", "Đỗ Bình", "Hồ Hoa", "Phan Sơn"]
    let places = ["Vân Sa", "Bến Lụa", "Đồng Mây", "Kha Lâm", "Sông Trăng"]
    return (0..<count).map { number in
      let one = people[number % 7]
      let other = people[number / 7 % 7]
      let place = places[number / 3 % 5] + " \(number / 11 % 40)"
      return record(
        "s\(number)",
        "Ông \(one) cho biết \(number % 60) người chết khi sập cầu ở \(place) ngày \(number % 28 + 1)/3. "
          + "Bà \(other) nói \(number % 900 + 2) người bị thương và \(number % 90) ngôi nhà hư hại ở "
          + "\(place). Theo \(one), thiệt hại là \(number % 700 + 1) tỷ đồng.")
    }.joined()
  }

  private static func record(_ id: String, _ text: String) -> String {
    #"{"id":""# + id + #"","text":""# + text + "\"}\n"
  }
}
