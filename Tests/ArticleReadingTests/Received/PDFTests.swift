import ArticleReading
import ClaimModel
import Foundation
import Testing

@Suite(
  "PDF documents",
  .enabled(
    if: ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/pdftotext")
    }, "needs pdftotext"))
struct PDFTests {
  typealias Line = (x: Int, y: Int, size: Int, text: String)

  /// A document of Helvetica, a page a list of lines.
  static func document(_ pages: [[Line]]) -> [UInt8] {
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    var kids = ""
    for page in pages {
      let stream = page.map { "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET\n" }
        .joined()
      objects.append("<</Length \(stream.utf8.count)>>stream\n\(stream)endstream")
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents \(objects.count) 0 R"
          + "/Resources<</Font<</F1 3 0 R>>>>>>")
      kids += "\(objects.count) 0 R "
    }
    objects[1] = "<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>"
    var out = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let place = String(out.utf8.count)
      table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      out += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = out.utf8.count
    out += table + "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(out.utf8)
  }

  static let pages: [[Line]] = [
    [
      (60, 815, 8, "The Daily Example - 5 January 2024"), (60, 780, 20, "River rises again"),
      (60, 740, 11, "The river rose again on Friday night and the mayor of the"),
      (60, 726, 11, "town said twelve houses were lost in the water, a num-"),
      (60, 712, 11, "ber that he called terrible."),
      (60, 684, 11, "Nobody was hurt, the police said, though three bridges"),
      (60, 670, 11, "fell and the road was closed until the"), (290, 20, 8, "1"),
    ],
    [
      (60, 815, 8, "The Daily Example - 5 January 2024"), (60, 780, 11, "next morning, they said."),
      (60, 700, 11, "Left column of the story here"), (60, 686, 11, "goes on, he said."),
      (320, 700, 11, "Right column of the story as"), (320, 686, 11, "well, she said."),
      (290, 20, 8, "2"),
    ],
  ]

  @Test("Lines are joined, columns in order, running heads and page numbers apart")
  func story() {
    let read = ReadInput(Self.document(Self.pages), named: "a.pdf")
    #expect(read.form == "pdf" && read.words == [])
    #expect(read.titles == ["River rises again"])
    #expect(
      read.texts == [
        """
        River rises again
        The river rose again on Friday night and the mayor of the town said twelve houses were lost \
        in the water, a number that he called terrible.
        Nobody was hurt, the police said, though three bridges fell and the road was closed until \
        the next morning, they said.
        Left column of the story here goes on, he said.
        Right column of the story as well, she said.
        """
      ])
    #expect(
      read.articles.first?.origin?.removed.map(\.words) == [
        "The Daily Example - 5 January 2024", "1",
      ])
  }

  @Test("A document that is cut off, no PDF inside or without text is refused")
  func bad() {
    let bytes = Self.document(Self.pages)
    let cut = ReadInput(Array(bytes.dropLast(400)), named: "a.pdf")
    #expect(cut.articles.isEmpty)
    #expect(
      cut.words == [
        "\"a.pdf\": a PDF document: cut off: no \"%%EOF\" at its end; copy or download it anew"
      ])
    #expect(ReadInput("%PDF-1.4\nnothing\n%%EOF\n").articles.isEmpty)
    let empty = ReadInput(Self.document([[]]), named: "a.pdf")
    #expect(empty.words.first?.contains("its pages are pictures") == true)
  }
}
