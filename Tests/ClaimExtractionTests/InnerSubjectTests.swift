import ArticleReading
import ClaimModel
import Testing

@testable import ClaimExtraction

/// The claims of a story as "source | speaker | cue".
private func told(_ text: String, title: String = "Tin trong ngày") -> [String] {
  let article = ArticleReader.article(named: "a", text: "\(title)\n\n\(text)\n")
  let words = { (spans: [TextSpan]) in
    spans.isEmpty ? "–" : spans.map(article.text).joined(separator: " … ")
  }
  return ClaimExtractor().claims(in: article).filter { !$0.cue.isEmpty }.map { claim in
    "\(words(claim.source)) | \(claim.speaker?.name ?? "–") | \(words(claim.cue))"
  }
}

@Suite("Who speaks in the clause of a verb")
struct InnerSubjectTests {
  @Test(
    "is found behind a time, before another verb, behind a picture",
    arguments: [
      (
        "Quyết định được đưa ra sau khi Bộ trưởng Trần Lan hôm 17/5 cho biết cầu bị nứt.",
        "Bộ trưởng Trần Lan |"
      ),
      ("Bà liệt kê những việc đã làm, rồi thừa nhận cầu xây chậm.", "Bà |"),
      (
        "Hải quân Norvane công bố đoạn video cho thấy hai tàu cá va vào nhau.",
        "đoạn video |"
      ),
    ])
  func clauses(line: String, source: String) {
    #expect(told(line).contains { $0.hasPrefix(source) }, "\(told(line))")
  }

  @Test(
    "keeps the whole noun that a pronoun or a survey opens",
    arguments: [
      ("Ông chủ quán cho biết đường bị ngập.", "Ông chủ quán |"),
      (
        "Một khảo sát của Sông Trăng cho thấy 3 trong 4 hộ thiếu nước.",
        "Một khảo sát của Sông Trăng |"
      ),
    ])
  func wholeNouns(line: String, source: String) {
    #expect(told(line).contains { $0.hasPrefix(source) }, "\(told(line))")
  }

  @Test(
    "has no clause of its own in English, and is nobody where a passive is said of it",
    arguments: [
      ("Waban, which runs 12 mills, said the river was clean.", "Waban | Waban | said"),
      (
        "A survivor, who gave her name only as Sari, said the boat sank.",
        "A survivor, who gave her name only as Sari | Sari | said"
      ),
      (
        "The army has been widely accused of burning the village.",
        "– | – | has been widely accused"
      ),
    ])
  func english(line: String, claim: String) {
    #expect(told(line, title: "News of the day").contains(claim), "\(told(line, title: "News"))")
  }

  @Test("says what he says in the plainest words", arguments: ["nói", "cho biết", "thông báo"])
  func plain(verb: String) {
    let lines = told("Nước đã rút. Bà Hoa \(verb) đê vững.")
    #expect(lines.contains { $0.hasSuffix("Hoa | \(verb)") }, "\(lines)")
  }

  @Test(
    "is not made of the second syllable of a word",
    arguments: [
      "Nhiều nước tổ chức diễn tập để răn đe đối thủ trên biển.",
      "Hai bên đàm phán về nước sông trong bốn ngày.",
    ])
  func insideWords(line: String) { #expect(told(line).isEmpty, "\(told(line))") }
}

@Suite("Names of speakers that others bear")
struct BorneNameTests {
  @Test(
    "go to the head of the state who is named, by his country and by his seat",
    arguments: [
      (
        "Ông chủ Nhà Trắng cho biết thuế sẽ giảm. Ông Trump gặp Tổng thống Nga Vladimir Putin hôm 3/4.",
        "Trump"
      ),
      (
        "Tổng thống Mỹ cho biết thuế sẽ giảm. Ông Trump hôm 3/4 gặp giám đốc Lan Whitmore của Sao Mai.",
        "Trump"
      ),
    ])
  func leaders(line: String, name: String) {
    let lines = told(line)
    #expect(lines.first?.contains("| \(name) | cho biết") == true, "\(lines)")
  }

  @Test("are no firm's, which others of the story call one")
  func firms() {
    let lines = told(
      "Tổng giám đốc Koda Tours dự đoán tour bị ngừng. Hãng Koda Tours có 3 xe. Xe của Koda Tours mới."
    )
    #expect(!lines.contains { $0.contains("| Koda Tours |") }, "\(lines)")
  }

  @Test("are not those of a country whose newspaper it is")
  func newspapers() {
    let lines = told("Báo Lào nói cầu bị nứt. Lào có 3 cầu mới.")
    #expect(lines.contains { $0.contains("| Báo Lào | nói") }, "\(lines)")
  }

  @Test("are not those of many where one is meant")
  func many() {
    let lines = told(
      "Bà Lan Whitmore nói cầu bị nứt. Người dân Lào cho rằng cầu cũ. Bà nói cầu phải sửa.")
    #expect(lines.last?.contains("| Lan Whitmore | nói") == true, "\(lines)")
  }
}
