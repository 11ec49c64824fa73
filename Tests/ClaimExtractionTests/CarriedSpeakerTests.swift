import ArticleReading
import ClaimModel
import Testing

@testable import ClaimExtraction

/// All claims of a text that stand for themselves: speaker, what is through whom, content.
private func told(_ line: String) -> [String] {
  let article = ArticleReader.article(named: "a", text: "Tin trong ngày\n\n\(line)\n")
  return ClaimExtractor().claims(in: article).filter { $0.inner == nil && $0.sentence > 0 }
    .map { claim in
      let content = claim.content.map(article.text).joined(separator: " … ")
      let hops = claim.hops.dropFirst().map(\.name).joined(separator: ", ")
      return "\(claim.speaker?.name ?? "–")\(hops.isEmpty ? "" : " (\(hops))") | \(content)"
    }
}

@Suite("A speaker that stands behind somebody or something else")
struct CarriedSpeakerTests {
  @Test(
    "says it where a newsroom in front of a comma passes it on",
    arguments: [
      (
        "Reuters cho biết, cảnh sát Norvane nói có 9 người mất tích.",
        "cảnh sát Norvane (Reuters) | có 9 người mất tích"
      ),
      (
        "Kyodo đưa tin, Bộ Y tế Lào cho biết có 3 ca nhiễm mới.",
        "Bộ Y tế Lào (Kyodo) | có 3 ca nhiễm mới"
      ),
      (
        "AFP hôm 3/4 đưa tin, ông Sato nói có 7 người mất tích.",
        "Sato (AFP) | có 7 người mất tích"
      ),
    ])
  func carried(line: String, claim: String) { #expect(told(line).contains(claim)) }

  @Test("is nobody where a passive is carried by a newsroom")
  func passive() {
    let claims = told("RT đưa tin, Thủ tướng Pháp Jean Castex được cho là đã nhận quà lạ.")
    #expect(claims.contains { $0.hasPrefix("– | ") || $0.hasPrefix("RT | ") })
    #expect(!claims.contains { $0.hasPrefix("Jean Castex") || $0.contains("được |") })
  }

  @Test(
    "has the name of what he speaks for only where it is said of him",
    arguments: [
      (
        "Người phát ngôn của bệnh viện Chợ Sông cho biết, hiện bệnh viện thiếu ôxy.",
        "Người phát ngôn của bệnh viện Chợ Sông | hiện bệnh viện thiếu ôxy"
      ),
      (
        "Một phát ngôn viên của Northwind, công ty mẹ của hãng hàng không Blue Sky, cho biết tàu an toàn.",
        "Một phát ngôn viên của Northwind | tàu an toàn"
      ),
      ("Công viên Longhe cho biết tượng đã bị dỡ bỏ.", "Công viên Longhe | tượng đã bị dỡ bỏ"),
      (
        "Chủ tịch tập đoàn Aurora Lines, bà Mei Tan, khẳng định tàu an toàn.",
        "Mei Tan | tàu an toàn"
      ),
      (
        "Phát ngôn viên lực lượng không quân Gihan Senevirat cho biết máy bay an toàn.",
        "Gihan Senevirat | máy bay an toàn"
      ),
    ])
  func owners(line: String, claim: String) { #expect(told(line).last == claim) }

  @Test("is a list where several places report one figure")
  func lists() {
    #expect(
      told("Trong khi đó, 3 tỉnh là Hà Xuyên, Sơn Bình và Tân Lạc ghi nhận thêm 18 ca mắc mới.")
        .contains("Hà Xuyên, Sơn Bình và Tân Lạc | thêm 18 ca mắc mới"))
  }

  @Test("who heads a state is of that state")
  func leaders() {
    let text = """
      Tổng thống Putin tới Kinbu hôm 3/4. Tổng thống Donald Trump cũng tới. \
      Tổng thống Mỹ nói ông sẽ ở lại hai ngày.
      """
    #expect(told(text).last?.hasPrefix("Donald Trump | ") == true)
  }

  @Test(
    "has said no more and no less than the sentence gives",
    arguments: [
      (
        "Ông Tám nói ông sẽ chọn phó từ nhóm trẻ (hay nhóm thế hệ thứ tư của đảo quốc).",
        "ông sẽ chọn phó từ nhóm trẻ (hay nhóm thế hệ thứ tư của đảo quốc)"
      ),
      ("Thủ tướng Keller dự kiến sẽ thông báo chi 5 triệu USD.", "chi 5 triệu USD"),
    ])
  func contents(line: String, content: String) {
    #expect(told(line).last?.hasSuffix("| " + content) == true)
    #expect(told(line).last?.contains("dự kiến |") == false)
  }

  @Test("leaves no piece behind that says nothing by itself")
  func leftovers() {
    let claims = told(
      "Căng thẳng giữa hai nước đã leo thang từ năm ngoái kể từ khi Norvane kêu gọi mở điều tra.")
    #expect(claims.allSatisfy { !$0.hasSuffix("kể từ khi") })
  }

  @Test("suspected of being ill is no thought of anybody")
  func suspected() {
    #expect(told("Các đối tượng nghi mắc sởi được đưa đi cách ly.").count == 1)
  }
}
