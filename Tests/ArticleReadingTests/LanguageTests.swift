import ArticleReading
import ClaimModel
import Testing

@Suite("The language of a story")
struct LanguageTests {
  static let texts: [(String, ArticleLanguage)] = [
    ("Thị trưởng cho biết thành phố sẽ xây lại cây cầu đã sập trong đêm bão.", .vietnamese),
    ("Thị_trưởng cho_biết thành_phố sẽ xây lại cây cầu đã sập .", .vietnamese),
    ("Tin\n\nĐB Tạ Quang Mỹ (Hải Trung): Đề nghị dừng 3 dự án.", .vietnamese),
    ("The mayor said the city will rebuild the bridge that fell in the storm.", .english),
    ("Le maire a dit que la ville va reconstruire le pont tombé dans la tempête.", .unknown),
    ("Der Bürgermeister sagte, die Stadt werde die Brücke wieder aufbauen.", .unknown),
    ("Wali kota mengatakan bahwa kota itu akan membangun kembali jembatan.", .unknown),
    ("El alcalde dijo que la ciudad va a reconstruir el puente caído.", .unknown),
    ("12345 67890", .unknown),
  ]

  @Test("Vietnamese and English are told, other languages are not guessed", arguments: texts)
  func language(text: String, expected: ArticleLanguage) {
    #expect(ArticleReader.article(named: "a", text: text).language == expected)
  }

  @Test("Decomposed letters are the same language")
  func decomposed() {
    let text =
      "Thi\u{323} tru\u{31B}o\u{31B}\u{309}ng no\u{301}i se\u{303} xa\u{302}y la\u{323}i ca\u{302}\u{300}u cu\u{309}a xa\u{303}"
    #expect(ArticleReader.article(named: "a", text: text).language == .vietnamese)
  }
}
