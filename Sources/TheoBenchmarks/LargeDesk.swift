import ClaimModel
import Desk
import FactStore
internal import FoundationEssentials

/// A desk with 45,000 claims, or 450,000, of invented stories, made without reading or extracting.
enum LargeDesk {
  static let claims = BenchmarkSize.isFull ? 450_000 : 45_000
  private static let claimsAStory = 50
  /// Distinct speakers.
  private static let speakers = claims / 10

  static func make() throws -> Desk {
    var desk = Desk(
      surroundings: Surroundings(now: { Timestamp(seconds: 1_773_824_400) }, user: "an"))
    let stories = (0..<claims / claimsAStory).map(story)
    try desk.perform(.load(stories))
    return desk
  }

  private static func story(_ number: Int) -> LoadedArticle {
    var text = "Cảng số \(number) mở thêm bến.\n"
    let title = TextSpan(0, text.utf8.count - 1)
    var claims = PackedClaims()
    for index in 0..<claimsAStory {
      let place = number * claimsAStory + index
      claims.append(claim(place, sentence: index + 1, in: &text))
    }
    let byline = TextSpan(text.utf8.count, text.utf8.count + 10)
    text += "(Theo AFP)"
    var article = Article(name: "story-\(number).txt", text: text, language: .vietnamese)
    article.title = title
    article.body = [TextSpan(title.end + 1, byline.start)]
    article.byline = Byline(span: byline, agencies: ["AFP"])
    return LoadedArticle(article: article, claims: claims)
  }

  private static func claim(_ place: Int, sentence: Int, in text: inout String) -> Claim {
    let start = text.utf8.count
    let speaker = self.speaker(place % speakers)
    func add(_ words: String) -> TextSpan {
      let from = text.utf8.count
      text += words
      return TextSpan(from, text.utf8.count)
    }
    let source = add(speaker)
    text += " "
    let cue = add("cho biết")
    text += " "
    let contentStart = text.utf8.count
    let figure = add("\(place % 997 + 3) tàu")
    _ = add(" đã rời cảng trong tuần qua, nhiều hơn cùng kỳ năm trước")
    let content = TextSpan(contentStart, text.utf8.count)
    let context = TextSpan(start, text.utf8.count + 1)
    text += ".\n"
    return Claim(
      kind: .indirect, content: [content], cue: [cue], source: [source],
      speaker: Speaker(name: speaker, kind: .organisation, reason: "named"),
      quantities: [Quantity(span: figure, value: Double(place % 997 + 3), unit: "tàu")],
      worth: Double(place * 7919 % 1000) / 1000, sentence: sentence, context: context)
  }

  /// "Bộ Ngoại giao Vân Sa 12", "ông Lê Thu Hà 7": one in nine is a ministry of foreign affairs.
  private static func speaker(_ number: Int) -> String {
    let offices = [
      "Bộ Ngoại giao", "Sở Cứu hoả", "Bộ Quốc phòng", "Cảng vụ", "Bệnh viện", "Toà án",
      "Uỷ ban nhân dân", "Cục Thống kê", "Đại học",
    ]
    let places = [
      "Vân Sa", "Hải Thanh", "Lộc Vĩnh", "Đồng Mây", "Bến Lụa", "Cửa Sóng", "Sông Trăng",
    ]
    return "\(offices[number % 9]) \(places[number / 9 % 7]) \(number / 63)"
  }
}

/// A folder of one benchmark, removed at its end.
final class ScratchFolder {
  let path: String

  init() throws {
    path = "/tmp/theo-benchmark-\(UInt32.random(in: 0..<UInt32.max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws -> String {
    let file = path + "/" + name
    let above = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }
}
