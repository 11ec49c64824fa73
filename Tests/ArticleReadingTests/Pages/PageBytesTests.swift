import ArticleReading
import ClaimModel
import Foundation
import Testing

@Suite("Bytes of pages")
struct PageBytesTests {
  private func isPage(_ text: String) -> Bool { isPage(Array(text.utf8)) }

  private func isPage(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { HTMLFormat.recognises($0) }
  }

  @Test(
    "A page is known by its beginning",
    arguments: [
      "<!DOCTYPE html>", "\u{FEFF}<!doctype HTML PUBLIC>", "  \n<html lang=vi>", "<HTML>",
      "<head><title>",
      "<!-- saved from url=(0021)https://a.example/ -->\n<html>",
      "<?xml version=\"1.0\"?><html xmlns=\"x\">",
      "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\"><html>",
      "<!--[if IE]><![endif]--><html>", "<body>", "<title>A</title>",
    ])
  func pages(text: String) { #expect(isPage(text)) }

  @Test(
    "Prose and other markup are no page",
    arguments: [
      "", "<", "< 5 %", "<3 is a heart", "<b>Bold</b> words", "<p>A paragraph", "<heading>",
      "<header>",
      "<?xml version=\"1.0\"?><rss>", "<rss version=\"2.0\">", "<feed xmlns=\"x\">", "<newsItem>",
      "The tag <html> begins a page.", "{\"text\":\"<html>\"}", "WARC/1.0", "<nitf>",
      "<!-- a -->words",
    ])
  func others(text: String) { #expect(!isPage(text)) }

  private static let story =
    "<html><meta charset=CHARSET><h1>Lũ về trên sông Vĩ</h1><p>Nước sông Vĩ dâng thêm hai mét trong"
    + " đêm, hơn bốn trăm hộ dân phải dời lên đê, ông Lê Văn Bảy cho biết.</p></html>"

  @Test(
    "UTF-16 pages are known and read",
    arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func wide(encoding: String.Encoding) throws {
    let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    let bytes = mark + [UInt8](try #require(Self.story.data(using: encoding)))
    #expect(isPage(bytes))
    let article = try #require(PageReading(bytes).articles.first)
    #expect(article.title.map(article.text) == "Lũ về trên sông Vĩ")
    #expect(article.encoding.hasPrefix("UTF-16"))
  }

  @Test(
    "Icons of a font take no text from another place",
    arguments: ["&#xF0000;", "&#983040;", "\u{F0000}", "&#xF0001;x", "<i title='&#xF0000;'></i>"])
  func icons(icon: String) throws {
    let first = "Nước sông Vĩ dâng thêm hai mét trong đêm, hơn bốn trăm hộ dân phải dời lên đê."
    let second = "Sáng nay nước đã rút nửa mét, ông Lê Văn Bảy ở xóm Bãi cho biết khi về nhà."
    let page = "<html><h1>Lũ về trên sông Vĩ</h1><p>\(icon) \(first)</p><p>\(second)</p></html>"
    let article = try #require(PageReading(page).articles.first)
    #expect(article.title.map(article.text) == "Lũ về trên sông Vĩ")
    for text in [first, second] { #expect(article.text.ranges(of: text).count == 1) }
  }

  @Test("Valid UTF-8 wins over what is declared", arguments: ["windows-1252", "gb2312", "utf-8"])
  func declared(charset: String) throws {
    let page = Self.story.replacing("CHARSET", with: charset)
    let article = try #require(PageReading(page).articles.first)
    #expect(article.title.map(article.text) == "Lũ về trên sông Vĩ")
    #expect(article.encoding == "UTF-8")
  }

  @Test("Windows-1258 is read with its tones put on their letters")
  func vietnamese() throws {
    let title: [UInt8] =
      Array("<html><meta charset=windows-1258><h1>Ti".utf8) + [0xEA, 0xEC]
      + Array("ng n".utf8) + [0xF3] + Array("i</h1>".utf8)
    let words: [UInt8] =
      Array("<p>Ng".utf8) + [0xFD, 0xF5, 0xCC] + Array("i d".utf8) + [0xE2]
      + Array("n x".utf8) + [0xE3, 0xAD] + Array(" n".utf8) + [0xF3] + Array("i vang ".utf8)
    let page =
      title + words + Array(String(repeating: "tren song ", count: 12).utf8) + Array("</p>".utf8)
    let article = try #require(PageReading(page).articles.first)
    #expect(article.title.map(article.text) == "Tiếng nói")
    #expect(article.encoding == "Windows-1258")
  }

  @Test("A charset that is not read is named")
  func unread() {
    let bytes = Array("<html><meta charset=gb2312><p>".utf8) + [0xB0, 0xA1, 0xC4, 0xE3, 0xBA, 0xC3]
    #expect(PageReading(bytes).errors.map(\.problem) == ["stored as gb2312, which is not read"])
  }

  @Test("References are decoded as HTML5 has it")
  func references() throws {
    let page = """
      <html><h1>&#147;A&#148; &amp; B</h1><p>Caf&eacute; &copy2024 &#x1EBF; &zzz; and enough \
      other words to be a paragraph of its own here.</p></html>
      """
    let text = try #require(PageReading(page).articles.first).text
    #expect(text.hasPrefix("“A” & B\nCafé ©2024 ế &zzz; and"))
  }
}
