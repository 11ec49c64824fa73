import Testing

@testable import Lexicons

@Suite("Folded text")
struct FoldingTests {
  @Test(
    "has no case, marks or underscores",
    arguments: [
      ("Bộ_Ngoại giao Mỹ", "bo ngoai giao my"), ("ĐẮK LẮK", "dak lak"), ("Straße", "strasse"),
      ("  hoà \t hòa ", "hoa hoa"), ("Vie\u{302}\u{323}t", "viet"), ("Œuvre café", "oeuvre cafe"),
      ("Київ", "київ"), ("2.500 binh_sĩ", "2.500 binh si"), ("", ""),
    ])
  func folds(text: String, folded: String) {
    #expect(Folding.folded(text) == folded)
  }

  @Test("folds no further the second time", arguments: ["Thủ_tướng al-Sudani", "ƠN ƯỚC đĐ ÿ"])
  func idempotent(text: String) {
    let once = Folding.folded(text)
    #expect(Folding.folded(once) == once)
  }
}

@Suite("Word keys")
struct WordKeyTests {
  @Test(
    "are one for every way to write a word",
    arguments: [
      ("hoà", "hòa"), ("Thuỷ", "thủy"), ("Việt", "Vie\u{302}\u{323}t"),
      ("việt", "vi\u{1EB9}\u{302}t"), ("ĐƯỜNG", "đường"), ("thuở", "thu\u{1A1}\u{309}"),
    ])
  func same(one: String, other: String) {
    #expect(WordKey(one) == WordKey(other))
  }

  @Test(
    "tell words apart by their marks, and fold them in the plain key",
    arguments: [("ma", "má"), ("bo", "bộ"), ("da", "đa"), ("muon", "muốn"), ("tư", "tu")])
  func apart(one: String, other: String) {
    #expect(WordKey(one).exact != WordKey(other).exact)
    #expect(WordKey(one).plain == WordKey(other).plain)
  }
}
