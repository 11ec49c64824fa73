/// Windows-1258 (Vietnamese, tones as combining marks) and its sibling Windows-1252.
struct CodePage {
  let name: String
  /// The scalars of the bytes 0x80…0xFF; 0 where the page has none.
  private let scalars: [UInt32]

  /// The page that `bytes`, which are not UTF-8, are likely written in.
  ///
  /// Vietnamese: tones stand behind letters, and most high bytes are letters of its alphabet.
  /// Western: high bytes are few, and nearly all quotation marks, dashes and accented letters.
  static func likely(for bytes: UnsafeBufferPointer<UInt8>) -> CodePage? {
    var counts = [Int](repeating: 0, count: 256)
    var looseMarks = 0
    var last: UInt8 = 0
    for byte in bytes {
      counts[Int(byte)] += 1
      if vietnameseMarks.contains(byte), !isLetter(last) { looseMarks += 1 }
      last = byte
    }
    let controls = (1..<0x20).filter { ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    let high = counts[0x80...].reduce(0, +)
    guard controls.allSatisfy({ counts[$0] == 0 }), high > 0 else { return nil }
    let marks = vietnameseMarks.reduce(0) { $0 + counts[Int($1)] }
    let letters = vietnameseLetters.reduce(0) { $0 + counts[Int($1)] }
    if vietnamese.covers(counts), looseMarks == 0, marks > 0, (marks + letters) * 5 > high * 3 {
      return vietnamese
    }
    return western.covers(counts) && high * 15 < bytes.count ? western : nil
  }

  func text(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    var out = [UInt8]()
    out.reserveCapacity(bytes.count * 5 / 4)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else if let scalar = Unicode.Scalar(scalars[Int(byte) - 0x80]) {
        out.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func covers(_ counts: [Int]) -> Bool {
    scalars.indices.allSatisfy { scalars[$0] != 0 || counts[0x80 + $0] == 0 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC0 || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Grave, hook, tilde, acute and dot below.
  private static let vietnameseMarks: [UInt8] = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]
  /// Â Ă Đ Ê Ô Ơ Ư, and the letters that have a tone of their own, in both cases.
  private static let vietnameseLetters: [UInt8] = [
    0xC2, 0xC3, 0xCA, 0xD0, 0xD4, 0xD5, 0xDD, 0xE2, 0xE3, 0xEA, 0xF0, 0xF4, 0xF5, 0xFD,
    0xC0, 0xC1, 0xC8, 0xC9, 0xCD, 0xD3, 0xD9, 0xDA, 0xE0, 0xE1, 0xE8, 0xE9, 0xED, 0xF3, 0xF9, 0xFA,
  ]

  static let western = CodePage(name: "Windows-1252", scalars: page1252)
  static let vietnamese = CodePage(
    name: "Windows-1258",
    scalars: page1252.enumerated().map { index, scalar in differing[index + 0x80] ?? scalar })

  private static let page1252: [UInt32] =
    [
      0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
      0x152, 0, 0x17D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
      0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
    ] + Array(0xA0...0xFF)

  /// Where 1258 differs from 1252.
  private static let differing: [Int: UInt32] = [
    0x8A: 0, 0x8E: 0, 0x9A: 0, 0x9E: 0, 0xC3: 0x102, 0xCC: 0x300, 0xD0: 0x110, 0xD2: 0x309,
    0xD5: 0x1A0, 0xDD: 0x1AF, 0xDE: 0x303, 0xE3: 0x103, 0xEC: 0x301, 0xF0: 0x111, 0xF2: 0x323,
    0xF5: 0x1A1, 0xFD: 0x1B0, 0xFE: 0x20AB,
  ]
}
