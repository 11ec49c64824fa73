/// File formats that people take for stories, or drop by mistake, told by bytes of theirs.
enum BinarySignature {
  /// As people call it: "a PDF document"; nil for bytes of none that is known.
  static func format(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return compound(bytes)
    }
    if bytes.starts(with: "RIFF".utf8), bytes.count >= 12 {
      return riff[String(decoding: bytes[8..<12], as: UTF8.self)] ?? "a film or sound"
    }
    return known.first { bytes.dropFirst($0.at).starts(with: $0.mark) }?.format
  }

  /// Where its bytes stand, the bytes.
  private static let known: [(at: Int, mark: [UInt8], format: String)] = [
    (0, Array("%PDF-".utf8), "a PDF document"),
    (0, [0x50, 0x4B, 3, 4], "a ZIP archive or an office document"),
    (0, [0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    (0, Array("{\\rtf".utf8), "an RTF document"),
    (0, [0xFF, 0x57, 0x50, 0x43], "a WordPerfect document"),
    (0, Array("AT&TFORM".utf8), "a DjVu document"),
    (60, Array("BOOKMOBI".utf8), "a Kindle book"),
    (0, [0x1F, 0x8B], "gzip data"), (0, [0x1F, 0x9D], "compress data"),
    (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz data"), (0, [0x28, 0xB5, 0x2F, 0xFD], "zstd data"),
    (0, Array("BZh".utf8) + [0x39, 0x31, 0x41, 0x59], "bzip2 data"),
    (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    (0, Array("Rar!".utf8) + [0x1A, 7], "a RAR archive"),
    (0, [0x89, 0x50, 0x4E, 0x47], "a PNG picture"), (0, [0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (0, Array("GIF8".utf8), "a GIF picture"), (0, Array("8BPS".utf8), "a Photoshop picture"),
    (0, [0x49, 0x49, 0x2A, 0], "a TIFF picture"), (0, [0x4D, 0x4D, 0, 0x2A], "a TIFF picture"),
    (4, Array("ftypavif".utf8), "an AVIF picture"), (4, Array("ftyphei".utf8), "an HEIC picture"),
    (4, Array("ftypmif1".utf8), "an HEIC picture"), (4, Array("ftypM4A".utf8), "a sound"),
    (4, Array("ftyp".utf8), "a film"), (0, [0x1A, 0x45, 0xDF, 0xA3], "a film"),
    (0, [0, 0, 1, 0xBA], "a film"), (0, [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66], "a film or sound"),
    (0, Array("FLV".utf8) + [1], "a film"), (0, Array("OggS".utf8) + [0], "a film or sound"),
    (0, Array("ID3".utf8) + [3], "an MP3 sound"), (0, Array("ID3".utf8) + [4], "an MP3 sound"),
    (0, [0xFF, 0xFB, 0x90], "an MP3 sound"), (0, Array("fLaC".utf8) + [0], "a sound"),
    (0, Array("wOFF".utf8) + [0], "a font"), (0, Array("wOF2".utf8) + [0], "a font"),
    (0, [0x7F, 0x45, 0x4C, 0x46], "a program"), (0, [0x4D, 0x5A, 0x90, 0], "a program"),
    (0, Array("SQLite format 3\0".utf8), "a database"),
  ]

  private static let riff = ["WEBP": "a WebP picture", "WAVE": "a sound", "AVI ": "a film"]

  /// A compound file (MS-CFB) by the names of its streams, which are UTF-16.
  private static func compound(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let streams = [
      ("EncryptedPackage", "an office document with a password"),
      ("WordDocument", "a Word 97 document (.doc)"), ("Workbook", "an Excel 97 workbook (.xls)"),
      ("PowerPoint Document", "a PowerPoint 97 presentation (.ppt)"),
      ("__substg1.0_", "an Outlook message (.msg)"),
    ]
    let searched = bytes.prefix(8 << 20)
    for (name, format) in streams {
      let mark = name.utf8.flatMap { byte -> [UInt8] in [byte, 0] }
      if searched.firstRange(of: mark) != nil { return format }
    }
    return "an office document"
  }
}
