import ArticleReading
import ClaimModel
import TestSupport
import Testing

@Suite("A saved copy of a page")
struct SavedCopyTests {
  private func copy(_ text: String) -> SavedCopy? { copy(Array(text.utf8)) }
  private func copy(_ bytes: [UInt8]) -> SavedCopy? {
    bytes.withUnsafeBufferPointer { SavedCopy($0) }
  }

  private func words(_ copy: SavedCopy?) -> [String?] {
    [copy?.form.rawValue, copy?.address, copy?.time?.description]
  }

  @Test(
    "of HTML says its address by SingleFile's comment, a browser's mark, or its canonical link",
    arguments: [
      (
        "<!--\n Page saved with SingleFile \n url: https://a.example/bridge \n saved date: "
          + "Fri Jan 05 2024 10:30:00 GMT+0700 (Indochina Time)\n-->",
        "https://a.example/bridge", "2024-01-05T10:30+07:00"
      ),
      ("<!-- saved from url=(0024)https://a.example/bridge -->", "https://a.example/bridge", nil),
      ("<link rel=\"canonical\" href=\"https://a.example/1\">", "https://a.example/1", nil),
      ("<link rel=canonical href=/1>", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func html(head: String, address: String?, time: String?) {
    let page = "<!DOCTYPE html><html><head>\(head)<title>x</title></head><body>Chữ</body></html>"
    #expect(words(copy(page)) == ["html", address, time])
  }

  @Test("of MHTML has both in its header, else its address at the page's part")
  func mhtml() {
    #expect(
      words(copy(SavedPageTests.mhtml))
        == ["mhtml", "https://a.example/bridge", "2024-01-05T03:30"])
    let other = SavedPageTests.mhtml.replacing(
      "Snapshot-Content-Location: https://a.example/bridge\n", with: ""
    ).replacing(
      "Content-Location: https://a.example/bridge", with: "Content-Location: https://b.example/2")
    #expect(copy(other)?.address == "https://b.example/2")
  }

  private static let records =
    SavedPageTests.record("warcinfo", "x", "software: a")
    + SavedPageTests.record(
      "response", "https://a.example/p.png", SavedPageTests.answer("x", type: "image/png"))
    + SavedPageTests.record(
      "response", "https://a.example/1", SavedPageTests.answer(SavedPageTests.page))

  @Test("of a WARC file is of its first page, packed or not")
  func warc() {
    let expected = ["warc", "https://a.example/1", "2024-01-05T03:30+00:00"]
    #expect(words(copy(Self.records)) == expected)
    #expect(words(copy(ZipMaker.gzip(Array(Self.records.utf8)))) == expected)
    let pictures = SavedPageTests.record(
      "response", "https://a.example/p.png", SavedPageTests.answer("x", type: "image/png"))
    #expect(copy(pictures)?.address == "https://a.example/p.png")
  }

  private func wacz(_ entries: [(String, String)], records: Bool = true) -> [UInt8] {
    let archive = ZipMaker.Entry(
      "archive/data.warc.gz", ZipMaker.gzip(Array(Self.records.utf8)), isPacked: false)
    return ZipMaker.zip(
      (records ? [archive] : []) + entries.map { ZipMaker.Entry($0.0, $0.1) })
  }

  private static let pages = """
    {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    {"id": "1", "url": "https://b.example/tin", "ts": "2024-03-12T07:40:00Z", "title": "Tin"}
    {"id": "2", "url": "https://b.example/2", "ts": 1710229200000}
    """

  @Test("of a WACZ file is the page it opens with, else its first one, else that of its records")
  func wacz() {
    let package = "{\"profile\": \"data-package\", \"wacz_version\": \"1.1.1\"}"
    let main = "{\"mainPageUrl\": \"https://b.example/2\", \"mainPageDate\": \"2024-03-13\"}"
    let undated = "{\"mainPageUrl\": \"https://b.example/2\"}"
    #expect(
      words(copy(wacz([("datapackage.json", package), ("pages/pages.jsonl", Self.pages)])))
        == ["wacz", "https://b.example/tin", "2024-03-12T07:40+00:00"])
    #expect(
      words(copy(wacz([("datapackage.json", main), ("pages/pages.jsonl", Self.pages)])))
        == ["wacz", "https://b.example/2", "2024-03-13"])
    #expect(
      words(copy(wacz([("datapackage.json", undated), ("pages/pages.jsonl", Self.pages)])))
        == ["wacz", "https://b.example/2", "2024-03-12T07:40+00:00"])
    #expect(
      words(copy(wacz([("datapackage.json", package)])))
        == ["wacz", "https://a.example/1", "2024-01-05T03:30+00:00"])
    #expect(
      words(copy(wacz([("datapackage.json", "{"), ("pages/pages.jsonl", "x")], records: false)))
        == ["wacz", nil, nil])
  }

  @Test(
    "is no text, no archive of other things, and nothing that only begins like one",
    arguments: ["Chữ", "", "{}", "%PDF-1.4", "WARC", "PK\u{3}\u{4}"])
  func none(text: String) {
    #expect(copy(text) == nil)
    #expect(copy(ZipMaker.gzip(Array(text.utf8))) == nil)
    #expect(copy(ZipMaker.zip([ZipMaker.Entry("a.txt", text)])) == nil)
  }

  @Test("is read from any bytes without harm", arguments: 1...20)
  func mutated(seed: Int) {
    var random = SplitMixBytes(seed: seed)
    let samples = [
      Array(SavedPageTests.mhtml.utf8), Array(Self.records.utf8),
      ZipMaker.gzip(Array(Self.records.utf8)),
      wacz([("datapackage.json", "{}"), ("pages/pages.jsonl", Self.pages)]),
    ]
    for var sample in samples {
      for _ in 0..<8 { random.change(&sample) }
      let first = copy(sample)
      #expect(copy(sample) == first)
      _ = copy(Array(sample.prefix(random.next(below: sample.count))))
    }
  }
}

/// Changes bytes at random.
private struct SplitMixBytes {
  private var random: SplitMix
  init(seed: Int) { random = SplitMix(seed: seed) }
  mutating func next(below bound: Int) -> Int { random.next(below: bound) }
  mutating func change(_ bytes: inout [UInt8]) {
    bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
  }
}
