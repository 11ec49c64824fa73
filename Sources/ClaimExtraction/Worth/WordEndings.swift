/// English words with their regular endings, as lists write them.
///
/// "kill+" → kill, kills, killed, killing; "lay+ off" → lay off, lays off, layed off, laying off.
enum WordEndings {
  /// What of the end of a word is dropped, in bytes, and what is put there.
  private typealias Ending = (dropped: Int, added: [UInt8])

  private static let afterE = endings((0, ""), (0, "s"), (0, "d"), (1, "ing"))
  private static let afterY = endings((0, ""), (1, "ies"), (1, "ied"), (0, "ing"))
  private static let afterHiss = endings((0, ""), (0, "es"), (0, "ed"), (0, "ing"))
  private static let afterOther = endings((0, ""), (0, "s"), (0, "ed"), (0, "ing"))

  private static func endings(_ endings: (Int, String)...) -> [Ending] {
    endings.map { ($0, Array($1.utf8)) }
  }

  /// Each form of a word or phrase, in UTF-8 that is there for the call alone; the phrase itself
  /// where no word of it ends in "+".
  static func forEachForm(
    of phrase: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let mark = phrase.firstIndex(of: UInt8(ascii: "+")) else {
      body(phrase)
      return
    }
    let word = phrase[..<mark]
    var form = [UInt8]()
    for ending in endings(of: word) {
      form.removeAll(keepingCapacity: true)
      form += word.dropLast(ending.dropped)
      form += ending.added
      form += phrase[(mark + 1)...]
      form.withUnsafeBufferPointer(body)
    }
  }

  private static func endings(of word: Slice<UnsafeBufferPointer<UInt8>>) -> [Ending] {
    let last = word.last.map(Unicode.Scalar.init) ?? " "
    let beforeLast = word.dropLast().last.map(Unicode.Scalar.init) ?? " "
    switch last {
    case "e": return afterE
    case "y" where !"aeiou ".unicodeScalars.contains(beforeLast): return afterY
    case "s", "x", "z": return afterHiss
    case "h" where beforeLast == "s" || beforeLast == "c": return afterHiss
    default: return afterOther
    }
  }
}
