import ArticleReading
import ClaimModel
import Foundation
import Testing

@Suite("Saved pages")
struct SavedPageTests {
  static let page =
    "<html><h1>Bridge to be rebuilt</h1>" + PageStoryTests.prose + "</html>"

  private func format(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { StoryFormats.format(of: $0).name }
  }

  static let mhtml = """
    From: <Saved by Blink>
    Snapshot-Content-Location: https://a.example/bridge
    Subject: =?utf-8?Q?Bridge?=
    Date: Fri, 5 Jan 2024 03:30:00 -0000
    MIME-Version: 1.0
    Content-Type: multipart/related;
    \ttype="text/html";
    \tboundary="----Mark--1----"


    ------Mark--1----
    Content-Type: text/html
    Content-Transfer-Encoding: quoted-printable
    Content-Location: https://a.example/bridge

    <html><meta charset=3D"utf-8"><h1>Th=E1=BB=8B tr=
    ấn</h1>\(PageStoryTests.prose)</html>
    ------Mark--1----
    Content-Type: image/png
    Content-Transfer-Encoding: base64

    iVBORw0KGgo=
    ------Mark--1------
    """

  @Test("The main part of an MHTML file is the story; it says where it was saved from")
  func parts() throws {
    #expect(format(Self.mhtml) == "mhtml")
    let crlf = Self.mhtml.replacing("\n", with: "\r\n")
    for text in [Self.mhtml, crlf] {
      let article = try #require(PageReading(Array(text.utf8), as: MHTMLFormat.self).articles.first)
      #expect(article.title.map(article.text) == "Thị trấn")
      #expect(article.url == "https://a.example/bridge")
      #expect(article.origin?.savedFrom == "https://a.example/bridge")
      #expect(article.origin?.savedAt?.day.description == "2024-01-05")
      #expect(article.origin?.form == "mhtml")
    }
  }

  @Test("An MHTML file without a page or a boundary is refused")
  func badParts() {
    let head = "From: <Saved by Blink>\nContent-Type: multipart/related; type=\"text/html\""
    for (text, problem) in [
      (head + "\n\n", "its header names no boundary of its parts"),
      (
        head + "; boundary=x\n\n--x\nContent-Type: image/png\n\n--x--",
        "no part of it is a page (text/html)"
      ),
      (head + "; boundary=x\n\n", "no part of it is a page (text/html)"),
    ] {
      let reading = PageReading(Array(text.utf8), as: MHTMLFormat.self)
      #expect(reading.articles.isEmpty)
      #expect(reading.errors.map(\.problem) == ["a saved page (MHTML): " + problem])
    }
  }

  @Test(
    "A page says itself where and when it was saved",
    arguments: [
      ("<!-- saved from url=(0024)https://a.example/bridge -->", nil),
      (
        "<!--\n Page saved with SingleFile \n url: https://a.example/bridge \n saved date: Fri Jan 05 2024 "
          + "10:30:00 GMT+0700 (Indochina Time)\n-->", "2024-01-05T10:30+07:00"
      ),
    ] as [(String, String?)])
  func comments(comment: String, time: String?) throws {
    let article = try #require(PageReading("<!DOCTYPE html> " + comment + Self.page).articles.first)
    #expect(article.url == "https://a.example/bridge")
    #expect(article.origin?.savedFrom == "https://a.example/bridge")
    #expect(article.origin?.savedAt?.description == time)
  }

  // MARK: WARC

  static func record(_ type: String, _ address: String, _ block: String, version: String = "1.1")
    -> String
  {
    "WARC/\(version)\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\n"
      + "WARC-Date: 2024-01-05T03:30:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
      + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }

  static func answer(
    _ body: String, _ fields: String = "", type: String = "text/html; charset=utf-8"
  ) -> String {
    "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\(fields)\r\n\(body)"
  }

  @Test("Each answer of a WARC file that is a page is a story")
  func records() throws {
    let chunked = String(page.utf8.count, radix: 16) + "\r\n" + page + "\r\n0\r\n\r\n"
    let text =
      Self.record("warcinfo", "x", "software: a", version: "1.0")
      + Self.record("response", "<https://a.example/1>", Self.answer(page), version: "1.0")
      + Self.record("request", "https://a.example/1", "GET / HTTP/1.1\r\n\r\n")
      + Self.record("response", "https://a.example/p.png", Self.answer("x", type: "image/png"))
      + Self.record(
        "response", "https://a.example/2", Self.answer(chunked, "Transfer-Encoding: chunked\r\n"))
    #expect(format(text) == "warc")
    let reading = PageReading(Array(text.utf8), as: WARCFormat.self)
    #expect(reading.errors.isEmpty)
    #expect(reading.articles.map(\.url) == ["https://a.example/1", "https://a.example/2"])
    #expect(
      reading.articles.allSatisfy { $0.origin?.savedAt?.description == "2024-01-05T03:30+00:00" })
    #expect(reading.told == ["1 records hold no page of HTML and were passed over"])
  }

  private var page: String { Self.page }

  @Test("A WARC file that is cut off gives nothing by half")
  func cut() {
    let whole = Array(Self.record("response", "https://a.example/1", Self.answer(page)).utf8)
    let two = whole + whole
    for count in [whole.count + 40, two.count - 30, whole.count + 5] {
      let reading = PageReading(Array(two.prefix(count)), as: WARCFormat.self)
      #expect(reading.articles.isEmpty)
      #expect(reading.errors.count == 1)
      #expect(reading.errors.first?.problem.hasPrefix("a WARC file, byte \(whole.count)") == true)
    }
  }

  @Test("A WARC file without a page is refused")
  func noPage() {
    let text = Self.record("warcinfo", "x", "software: a")
    let reading = PageReading(Array(text.utf8), as: WARCFormat.self)
    #expect(
      reading.errors.map(\.problem) == ["a WARC file, byte 0: no record of it is a page of HTML"])
  }
}
