import ArticleReading
import ClaimModel
import Testing

@Suite("The language of short texts")
struct ShortTextTests {
  @Test(
    "Short English copy, most of it names and figures, is English",
    arguments: [
      "Storm Ada kills 3 in Van Sa\n\nMayor Tom Reed said 3 people died. Governor Anna Lowe said 40 roofs collapsed. Officials said power returned.",
      "The ministry said two thousand left. The ministry said three thousand stayed. The ministry said four hundred died. The ministry said five men fled. The ministry said six ships sank. The ministry said ten came.",
      "Three dead in Hai Thanh warehouse fire\n\nHAI THANH, Vietnam, March 4 (AFP) - A fire killed three people and injured 15 early on Wednesday, the Vietnam News Agency reported. \"We do not know the cause,\" police chief Le Van Tam said.",
      "Police said 3 men died.", "Van Sa: Reed says 40 homes burnt",
      "Tran Thi Mai told AFP 12 ships sank",
      "Bank of Norland raises rates", "Ministry: 300 people ill in Van Sa after flood",
    ])
  func english(text: String) {
    #expect(ArticleReader.article(named: "a", text: text).language == .english)
  }

  @Test(
    "Vietnamese typed without marks is Vietnamese",
    arguments: [
      "My cho biet luc luong nuoc nay tai Iraq da bi tan cong hon 100 lan",
      "Ong Le Van Tam cho biet 3 nguoi chet va 12 nguoi bi thuong trong vu chay.",
      "Bo Y te thong bao co 300 ca ngo doc trong thang 3, nhieu nguoi dang nam vien.",
      "Chu tich tinh noi rang cau se xong vao thang 5.",
    ])
  func unmarked(text: String) {
    #expect(ArticleReader.article(named: "a", text: text).language == .vietnamese)
  }

  @Test(
    "Other languages stay unknown",
    arguments: [
      "Le ministre a dit que trois personnes sont mortes dans l'incendie de lundi soir.",
      "Der Minister sagte, dass drei Menschen bei dem Brand am Montag gestorben sind.",
      "El ministro dijo que tres personas murieron en el incendio del lunes por la noche.",
      "Menteri mengatakan tiga orang tewas dalam kebakaran pada Senin malam.",
    ])
  func others(text: String) {
    #expect(ArticleReader.article(named: "a", text: text).language == .unknown)
  }
}
