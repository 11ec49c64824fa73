import ClaimModel
import Testing

@testable import Exchange

@Suite("A correction note")
struct CorrectionNoteTests {
  private static let day =
    CalendarDay(year: 2026, month: 3, day: 18) ?? CalendarDay(daysSinceEpoch: 0)

  private func note(
    _ form: Correction.Form, _ language: ArticleLanguage, _ place: PublishedPlace,
    wrong: String = "11 người chết", right: String = "14 người chết", reason: String? = nil
  ) -> CorrectionNote {
    CorrectionNote(
      Correction(
        form: form, language: language, place: place, wrong: wrong, right: right, reason: reason),
      on: Self.day)
  }

  private func text(_ note: CorrectionNote, _ format: NoteFormat) -> String {
    String(decoding: note.bytes(as: format), as: UTF8.self)
  }

  private static let place = PublishedPlace(
    title: "Nổ kho hóa chất", outlet: "tinbien.example", section: "Thời sự",
    url: "https://tinbien.example/1", published: StoryTime(iso: "2024-03-12T07:40+07:00"))

  @Test("has what article 42 of the press law names, in its order")
  func pressLaw() {
    let note = note(.pressLaw, .vietnamese, Self.place, reason: "danh sách của bệnh viện")
    #expect(note.missing.isEmpty)
    #expect(
      text(note, .text) == """
        Thông tin cải chính, xin lỗi
        Tên tác phẩm báo chí: “Nổ kho hóa chất”
        Cơ quan báo chí: tinbien.example
        Tên chuyên mục: Thời sự
        Ngày, tháng, năm đăng, phát: 12/3/2024
        Địa chỉ: https://tinbien.example/1
        Thông tin sai sự thật đã đăng, phát: “11 người chết”
        Nội dung thông tin được cải chính: “14 người chết”
        Căn cứ: danh sách của bệnh viện
        Ngày cải chính: 18/3/2026
        Chúng tôi xin lỗi cơ quan, tổ chức, cá nhân liên quan và bạn đọc.

        """)
  }

  @Test("says what the law asks for and nobody knows; a page of the web has no issue")
  func missing() {
    #expect(
      note(.pressLaw, .vietnamese, PublishedPlace()).missing == [
        .title, .section, .issue, .published,
      ])
    #expect(
      note(.pressLaw, .vietnamese, PublishedPlace(url: "https://a.example")).missing
        == [.title, .section, .published])
    #expect(note(.ifcn, .english, PublishedPlace()).missing == [.title, .published])
    #expect(text(note(.ifcn, .vietnamese, PublishedPlace()), .text).contains("Bài: [chưa rõ]"))
  }

  @Test("of the IFCN's form, as Markdown")
  func ifcn() {
    let place = PublishedPlace(
      title: "Port_fire *kills* 11", section: "News", published: StoryTime(iso: "2024-03-12"))
    let note = note(.ifcn, .english, place, wrong: "11 <dead>", right: "at least 14 [dead]")
    #expect(
      text(note, .markdown) == """
        ## Correction

        - **Title:** “Port\\_fire \\*kills\\* 11”
        - **Section:** News
        - **Published:** 12 March 2024
        - **What was published:** “11 \\<dead\\>”
        - **What is right:** “at least 14 \\[dead\\]”
        - **Corrected:** 18 March 2026

        We regret the error.

        """)
  }

  @Test("as a page runs nothing, whatever stands in it")
  func hostile() {
    let place = PublishedPlace(
      title: "<script>alert(1)</script>\u{202E}\u{1B}[31m", outlet: "\"onclick=x",
      url: "javascript:alert(1)", published: StoryTime(iso: "2024-03-12"))
    let page = text(note(.ifcn, .english, place, wrong: "]]></del><img src=x>\nb"), .html)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;[31m”"))
    #expect(page.contains("<dd><del>“]]&gt;&lt;/del&gt;&lt;img src=x&gt; b”</del></dd>"))
    #expect(page.contains("<dd>&quot;onclick=x</dd>"))
    #expect(page.contains("<dd>javascript:alert(1)</dd>"))
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("href"))
    #expect(!page.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x1B })
    #expect(page.contains("default-src 'none'"))
  }

  @Test("links to an address of the web alone")
  func link() {
    let page = text(note(.pressLaw, .vietnamese, Self.place), .html)
    #expect(
      page.contains(
        "<dd><a href=\"https://tinbien.example/1\">https://tinbien.example/1</a></dd>"))
    #expect(page.contains("<html lang=\"vi\">"))
    #expect(page.contains("<h1>Thông tin cải chính, xin lỗi</h1>"))
  }
}
