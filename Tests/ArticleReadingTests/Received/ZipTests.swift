import ClaimModel
import Testing

@testable import ArticleReading

@Suite("Zip archives")
struct ZipTests {
  static let story = "Lũ lớn ở Hà Giang\n\nÔng Lâm cho biết 12 nhà bị sập trong đêm.\n"
  static let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 1]

  static let entries: [ZipMaker.Entry] = [
    .init("tin/một.txt", story), .init("hai.txt", story, isPacked: false),
    .init("ảnh/a.jpg", picture), .init("ảnh/b.PNG", picture), .init("film.mp4", picture),
    .init("__MACOSX/._một.txt", picture), .init(".DS_Store", picture), .init("tin/", ""),
    .init("tin/three.jsonl", #"{"id":"x","text":"He said one died."}"# + "\n"),
    .init("unknown.bin", [0, 1, 2, 3]),
  ]

  @Test("Each entry is read by its own form, and what is no story is counted")
  func mixed() {
    let read = ReadInput(ZipMaker.zip(Self.entries), named: "a.zip")
    #expect(read.form == "zip" && read.errors.isEmpty)
    #expect(read.articles.map(\.name) == ["a.zip/tin/một.txt", "a.zip/hai.txt", "x"])
    #expect(read.told == ["a.zip: 2 pictures, 1 film, 1 other file passed over"])
  }

  @Test(
    "Whatever the archive's form, the same stories are in it",
    arguments: [
      ZipMaker.zip(entries, comment: "a comment PK\u{5}\u{6} of its own"),
      ZipMaker.zip(entries, isZIP64: true),
      ZipMaker.zip(
        entries.map { entry in
          var entry = entry
          entry.hasDescriptor = true
          return entry
        }),
    ])
  func forms(bytes: [UInt8]) {
    #expect(ReadInput(bytes).texts.count == 3)
  }

  @Test("A bad entry is told by its path, the good ones load")
  func badEntries() {
    var encrypted = ZipMaker.Entry("khóa.txt", Self.story)
    encrypted.flags |= 1
    var zstd = ZipMaker.Entry("zstd.txt", Self.story)
    zstd.method = 93
    var broken = ZipMaker.Entry("hỏng.txt", Self.story)
    broken.checksum = 1
    let entries = [
      encrypted, zstd, broken, .init("nul.txt", [0, 1]), .init("good.txt", Self.story),
    ]
    let read = ReadInput(ZipMaker.zip(entries), named: "a.zip")
    #expect(read.articles.map(\.name) == ["a.zip/good.txt"])
    #expect(
      read.words == [
        "\"a.zip\": a zip archive, entry 'khóa.txt': encrypted; unpack it with its password and "
          + "give its files",
        "\"a.zip\": a zip archive, entry 'zstd.txt': packed by method 93, which is not read; "
          + "pack it anew, or unpack it and give its files",
        "\"a.zip\": a zip archive, entry 'hỏng.txt': damaged: not what its checksum and size say; "
          + "pack it anew, or unpack it and give its files",
        "\"a.zip/nul.txt\": not text: byte 0 (NUL) at offset 0; save the story as plain text and "
          + "load that",
      ])
  }

  @Test(
    "Names are UTF-8 or of the first PCs, and lead nowhere",
    arguments: [
      ([0x47, 0x82, 0x2E, 0x74, 0x78, 0x74], 0, "a/Gé.txt"),
      (Array("Việt.txt".utf8), 0, "a/Việt.txt"),
      (Array("../../etc/x.txt".utf8), 0x800, "a/etc/x.txt"),
      (Array("..\\..\\x.txt".utf8), 0x800, "a/x.txt"),
      (Array("/x//y.txt".utf8), 0x800, "a/x/y.txt"),
    ])
  func names(name: [UInt8], flags: Int, expected: String) {
    var entry = ZipMaker.Entry("", Self.story)
    (entry.name, entry.flags) = (name, flags)
    #expect(ReadInput(ZipMaker.zip([entry])).articles.map(\.name) == [expected])
  }

  @Test("An archive that is cut off, or has no story, is refused and nothing of it is read")
  func cutOff() {
    let bytes = ZipMaker.zip(Self.entries)
    let cut = ReadInput(Array(bytes.dropLast(30)), named: "a.zip")
    #expect(cut.articles.isEmpty)
    #expect(
      cut.words == [
        "\"a.zip\": a zip archive: cut off: no table of contents at its end; "
          + "copy or download it anew"
      ])
    let pictures = ReadInput(ZipMaker.zip([.init("a.jpg", Self.picture)]), named: "a.zip")
    #expect(
      pictures.words == [
        "\"a.zip\": a zip archive: no story in it, only 1 picture; "
          + "give an archive of pages, documents or texts"
      ])
    #expect(ReadInput(ZipMaker.zip([])).words.first?.contains("no story in it;") == true)
  }

  @Test("Archives that are made to do harm are refused")
  func bombs() {
    let bomb = ZipMaker.zip([.init("b.txt", [UInt8](repeating: 0x61, count: 40 << 20))])
    #expect(ReadInput(bomb).words.first?.contains("as a zip bomb does") == true)
    var liar = ZipMaker.Entry("l.txt", Self.story)
    liar.size = 1 << 31
    #expect(ReadInput(ZipMaker.zip([liar])).words.first?.contains("256 MiB") == true)
    liar.size = 5
    #expect(ReadInput(ZipMaker.zip([liar])).words.first?.contains("damaged") == true)
    var nested = ZipMaker.zip([.init("x.txt", Self.story)])
    for _ in 0..<10 { nested = ZipMaker.zip([.init("n.zip", nested, isPacked: false)]) }
    #expect(ReadInput(nested).words.first?.contains("an archive within 4 others") == true)
  }

  @Test("A table of contents with entries over each other, or more than there are, is refused")
  func overlapping() {
    let bytes = ZipMaker.zip([.init("a.txt", Self.story, isPacked: false)])
    let start = bytes.count - 22
    let tableStart = start - (46 + 5)
    let record = Array(bytes[tableStart..<start])
    var many = Array(bytes[..<tableStart])
    for _ in 0..<50 { many += record }
    let table = record.count * 50
    let end =
      [0x50, 0x4B, 5, 6] + ZipMaker.little(0, 4) + ZipMaker.little(50, 2) + ZipMaker.little(50, 2)
      + ZipMaker.little(table, 4) + ZipMaker.little(tableStart, 4) + ZipMaker.little(0, 2)
    #expect(ReadInput(many + end).words.first?.contains("lie over each other") == true)
    var claimed = bytes
    claimed.replaceSubrange((start + 8)..<(start + 12), with: [0xFE, 0xFF, 0xFE, 0xFF])
    let words = ReadInput(claimed).words
    #expect(words.first?.contains("65534 entries announced, 1 there") == true)
  }

  @Test("Pieces of an archive give what the whole of it gives")
  func pieces() {
    let entries = (0..<1500).map { number in
      ZipMaker.Entry("tin/\(number).txt", "Tin \(number)\n\nÔng Lâm nói \(number) nhà sập.")
    }
    let bytes = ZipMaker.zip(entries + [.init("a.jpg", Self.picture)])
    bytes.withUnsafeBufferPointer { bytes in
      let pieces = ZipFormat.pieces(of: bytes)
      #expect(pieces.count == 3)
      var names = [String]()
      for piece in pieces {
        var input = StoryInput(name: "a.zip")
        input.directory = piece.directory
        let errors = ZipFormat.stories(
          in: UnsafeBufferPointer(rebasing: bytes[piece.bytes]), of: input
        ) { names.append($0.name) }
        #expect(errors.isEmpty)
      }
      #expect(names == (0..<1500).map { "a.zip/tin/\($0).txt" })
    }
  }

  @Test("Books and presentations are refused by name")
  func packages() {
    let book = ZipMaker.zip([
      .init("mimetype", "application/epub+zip", isPacked: false), .init("a.xhtml", "<p>a</p>"),
    ])
    #expect(ReadInput(book).words.first?.contains("this is an EPUB book, not text") == true)
    let slides = ZipMaker.zip([
      .init("[Content_Types].xml", "<a/>"), .init("ppt/presentation.xml", "<a/>"),
    ])
    #expect(ReadInput(slides).words.first?.contains("a PowerPoint presentation") == true)
  }
}

@Suite("gzip and tar")
struct GzipTarTests {
  static let story = Array(ZipTests.story.utf8)

  @Test("gzip data is read as what is in it, of one member or more")
  func gzip() {
    let read = ReadInput(ZipMaker.gzip(Self.story), named: "a.txt.gz")
    #expect(read.form == "gzip" && read.articles.map(\.name) == ["a.txt.gz"])
    let lines = (0..<3).map { #"{"id":"\#($0)","text":"He said one died."}"# + "\n" }
    let members = lines.flatMap { ZipMaker.gzip(Array($0.utf8)) }
    #expect(ReadInput(members).articles.map(\.name) == ["0", "1", "2"])
  }

  @Test("gzip data that is cut off, damaged or a bomb is refused")
  func badGzip() {
    let bytes = ZipMaker.gzip(Self.story)
    #expect(ReadInput(Array(bytes.dropLast(9))).words.first?.contains("cut off") == true)
    var broken = bytes
    broken[bytes.count - 6] ^= 0xFF
    #expect(ReadInput(broken).words.first?.contains("damaged") == true)
    let bomb = ZipMaker.gzip([UInt8](repeating: 0x61, count: 40 << 20))
    #expect(ReadInput(bomb).words.first?.contains("zip bomb") == true)
    #expect(ReadInput(broken).articles.isEmpty && ReadInput(bomb).articles.isEmpty)
  }

  static let files: [(name: String, data: [UInt8])] = [
    ("một.txt", story), (String(repeating: "x", count: 150) + "/hai.txt", story),
    ("a.jpg", ZipTests.picture), ("bad.txt", [0, 0]),
  ]

  @Test("A tar archive, packed or not: long names, passed-over pictures, a bad entry by its path")
  func tar() {
    let tar = ZipMaker.tar(Self.files)
    let names = ["a.tar/một.txt", "a.tar/" + Self.files[1].name]
    for bytes in [tar, ZipMaker.gzip(tar)] {
      let read = ReadInput(bytes, named: "a.tar")
      #expect(read.articles.map(\.name) == names)
      #expect(read.told == ["a.tar: 1 picture passed over"])
      #expect(read.words.count == 1 && read.words[0].hasPrefix("\"a.tar/bad.txt\": "))
    }
  }

  @Test("A tar archive that is cut off says so once")
  func cutTar() {
    let read = ReadInput(Array(ZipMaker.tar(Self.files).prefix(540)), named: "a.tar")
    #expect(read.articles.isEmpty)
    #expect(
      read.words == [
        "\"a.tar\": a tar archive, entry 'một.txt': cut off in the middle of a file; "
          + "copy or download it anew"
      ])
    let huge = ZipMaker.tarHeader("a.txt", 1 << 32, kind: "0")
    #expect(ReadInput(huge).words.first?.contains("256 MiB") == true)
  }
}
