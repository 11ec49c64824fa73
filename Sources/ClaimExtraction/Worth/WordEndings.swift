/// English words with their regular endings, as lists write them.
///
/// "kill+" → kill, kills, killed, killing; "lay+ off" → lay off, lays off, layed off, laying off.
enum WordEndings {
  /// The word or phrase itself where no word of it ends in "+".
  static func forms(_ phrase: String) -> [String] {
    guard let mark = phrase.firstIndex(of: "+") else { return [phrase] }
    let rest = phrase[phrase.index(after: mark)...]
    return forms(ofWord: phrase[..<mark]).map { $0 + rest }
  }

  private static func forms(ofWord word: Substring) -> [String] {
    let stem = String(word)
    let beforeLast = word.dropLast().last ?? " "
    switch word.last {
    case "e":
      return [stem, stem + "s", stem + "d", word.dropLast() + "ing"]
    case "y" where !"aeiou ".contains(beforeLast):
      return [stem, word.dropLast() + "ies", word.dropLast() + "ied", stem + "ing"]
    case "s", "x", "z":
      return [stem, stem + "es", stem + "ed", stem + "ing"]
    case "h" where beforeLast == "s" || beforeLast == "c":
      return [stem, stem + "es", stem + "ed", stem + "ing"]
    default:
      return [stem, stem + "s", stem + "ed", stem + "ing"]
    }
  }
}
