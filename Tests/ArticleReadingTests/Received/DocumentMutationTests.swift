import ClaimModel
import TestSupport
import Testing

@testable import ArticleReading

@Suite("Any bytes as documents, tables and archives")
struct DocumentMutationTests {
  static let samples: [(form: String, bytes: [UInt8])] = [
    ("zip", ZipMaker.zip(ZipTests.entries)), ("zip", ZipMaker.zip(ZipTests.entries, isZIP64: true)),
    ("gzip", ZipMaker.gzip(GzipTarTests.story)), ("tar", ZipMaker.tar(GzipTarTests.files)),
    ("docx", WordTests.document(WordTests.cases.map(\.0).joined())),
    ("xlsx", WorkbookTests.workbook(WorkbookTests.sheet)),
    ("odt", OpenDocumentTests.document("<text:h>Lũ</text:h><text:p>Ông<text:s/>nói.</text:p>")),
    ("rtf", Array(RTFTests.cases.map(\.0).joined().utf8)),
    ("eml", Array(MailTests.multipart.utf8)), ("md", Array(MarkdownTests.story.utf8)),
    ("csv", Array(TableTests.table.utf8)), ("json", Array("[\(JSONListTests.records)]".utf8)),
  ]

  private func mutated(_ bytes: [UInt8], _ dice: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...4, using: &dice) {
      let at = Int.random(in: 0..<max(1, bytes.count), using: &dice)
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: bytes = Array(bytes.prefix(at))
      case 1: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &dice) }
      case 2: if at < bytes.count { bytes[at] = [0, 0xFF, 0x7F, 0x80][Int(dice.next() % 4)] }
      case 3: bytes.removeSubrange(at..<min(bytes.count, at + 7))
      case 4: bytes.insert(contentsOf: bytes.suffix(30), at: min(at, bytes.count))
      default: if at < bytes.count { bytes[at] ^= 1 << UInt8(dice.next() % 8) }
      }
    }
    return bytes
  }

  @Test("are read or refused, forced or told, without a crash", arguments: 0..<12)
  func mutations(sample: Int) {
    let (form, bytes) = Self.samples[sample]
    var dice = SplitMix(seed: sample)
    for _ in 0..<400 {
      let bytes = mutated(bytes, &dice)
      for read in [ReadInput(bytes, as: form), ReadInput(bytes, named: "a.csv")] {
        for article in read.articles {
          #expect(article.body == article.body.sorted())
          #expect(article.body.allSatisfy { $0.end <= article.text.utf8.count })
        }
      }
    }
  }

  @Test("that end anywhere are read or refused", arguments: 0..<12)
  func truncations(sample: Int) {
    let (form, bytes) = Self.samples[sample]
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
      let read = ReadInput(Array(bytes.prefix(length)), as: form)
      #expect(!read.articles.isEmpty || !read.errors.isEmpty, "\(form) \(length)")
    }
  }
}
