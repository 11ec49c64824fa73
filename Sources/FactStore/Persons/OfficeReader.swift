internal import Lexicons

/// Finds what a story says somebody is: beside the name, before it ("Ngoại trưởng Nga Lavrov") or
/// behind it, set off ("Sergei Lavrov, the foreign minister of Russia,").
struct OfficeReader {
  private let search: ByteSearch
  private let keys: [UInt64]
  private let length: Int
  private static let reach = 160
  /// Places of a name that are looked at in one story.
  private static let places = 12

  /// `name`: with or without titles. Nil for a name without letters.
  init?(_ name: String) {
    let words = name.split { $0 == " " || $0 == "_" || $0 == "-" }
    let name = words.dropFirst(OfficeTitles.shared.count(openingName: words))
    guard let last = name.last else { return nil }
    search = ByteSearch(Array(last.utf8))
    length = last.utf8.count
    keys = name.map { WordKey($0).exact }
  }

  /// The offices, each once, as the text has them.
  func offices(in text: String) -> [Office] {
    var text = text
    return text.withUTF8 { bytes in
      let mentions = mentions(in: bytes)
      let isWhole = mentions.contains(where: \.isWhole)
      var found = [Office]()
      for office in mentions.filter({ $0.isWhole == isWhole }).flatMap(\.offices)
      where !found.contains(where: { $0.group == office.group && $0.country == office.country }) {
        found.append(office)
      }
      return found
    }
  }

  /// Where the name stands, in full or by its last word, which may then be somebody else's.
  private func mentions(in bytes: UnsafeBufferPointer<UInt8>) -> [Mention] {
    var mentions = [Mention]()
    var (at, seen) = (0, 0)
    while seen < Self.places, let place = search.first(in: bytes, from: at) {
      at = place + length
      seen += 1
      if let mention = mention(at: place, bytes) { mentions.append(mention) }
    }
    return mentions
  }

  private struct Mention {
    var isWhole: Bool
    var offices: [Office]
  }

  private func mention(at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Mention? {
    let start = boundary(max(0, place - Self.reach), bytes)
    let end = boundary(min(bytes.count, place + length + Self.reach), bytes)
    var words = [ScannedWord]()
    WordScan.forEach(bytes, in: start..<end) { words.append($0) }
    guard let last = words.firstIndex(where: { $0.start == place && $0.end == place + length })
    else { return nil }
    let neighbours = NameNeighbours(bytes: bytes, words: words)
    let first = firstWord(endingAt: last, words)
    return Mention(
      isWhole: last - first + 1 == keys.count,
      offices: [neighbours.office(before: first), neighbours.office(behind: last)].compactMap { $0 }
    )
  }

  /// Where the name begins that ends with a word: with as many of its words as stand there.
  private func firstWord(endingAt last: Int, _ words: [ScannedWord]) -> Int {
    var first = last
    var rest = keys.dropLast()
    while let key = rest.popLast(), first > 0, words[first - 1].exact == key { first -= 1 }
    return first
  }

  /// The next place at which a character begins and a word may.
  private func boundary(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard place > 0, place < bytes.count else { return place }
    var at = place
    while at < bytes.count, bytes[at] != 0x20, bytes[at] != 0x5F, at < place + 24 { at += 1 }
    while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }
}
