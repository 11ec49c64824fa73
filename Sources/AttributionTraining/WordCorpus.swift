internal import ClaimExtraction
internal import ClaimModel
internal import FoundationEssentials

/// Sentences of a word-segmented corpus as numbers of words.
///
/// Words seen less often than `least` times are two: those with a capital, and the others.
struct WordCorpus {
  /// Number 0 stands before and after each sentence, 1 and 2 for rare words.
  static let boundary = 0
  private static let firstKnown = 3

  /// The syllables of each word, joined by "_"; of the first three numbers something else.
  private(set) var words = ["", "", ""]
  private(set) var sentences: [[Int32]] = []

  /// Reads all files in `folders` and below that are segmented: ".seg" and ".tok.txt".
  init(folders: [String], least: Int) throws {
    var all = [[Occurrence]]()
    var counts = [String: Int]()
    for path in try folders.flatMap(Self.segmentedFiles) {
      for sentence in Self.sentences(try Data(contentsOf: URL(filePath: path))) {
        for one in sentence { counts[one.word, default: 0] += 1 }
        all.append(sentence)
      }
    }
    let known = counts.filter { $0.value >= least }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    words += known.map(\.key)
    let numbers = Dictionary(
      uniqueKeysWithValues: known.enumerated().map { ($1.key, Int32($0 + Self.firstKnown)) })
    sentences = all.map { $0.map { numbers[$0.word] ?? ($0.isCapitalised ? 2 : 1) } }
  }

  private struct Occurrence {
    var word: String
    var isCapitalised: Bool
  }

  private static func segmentedFiles(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".seg") || $0.hasSuffix(".tok.txt") }.sorted()
      .map { folder + "/" + $0 }
  }

  /// A line, or what ends with a full stop, is a sentence.
  private static func sentences(_ data: Data) -> [[Occurrence]] {
    var text = String(decoding: data, as: UTF8.self)
    return text.withUTF8 { bytes in
      var sentences = [[Occurrence]]()
      var sentence = [Occurrence]()
      var end = 0
      for token in Tokenizer.tokens(of: bytes, in: TextSpan(0, bytes.count)) {
        if bytes[end..<Int(token.start)].contains(UInt8(ascii: "\n")), !sentence.isEmpty {
          sentences.append(sentence)
          sentence = []
        }
        end = Int(token.end)
        let folded = word(token, bytes)
        if token.joinedToPrevious, token.kind == .word, let last = sentence.last {
          sentence[sentence.count - 1].word = last.word + "_" + folded
        } else {
          sentence.append(
            Occurrence(word: folded, isCapitalised: token.shape.isCapitalised))
        }
        guard token.kind == .punctuation, [0x2E, 0x3F, 0x21].contains(token.scalar) else {
          continue
        }
        sentences.append(sentence)
        sentence = []
      }
      return sentence.isEmpty ? sentences : sentences + [sentence]
    }
  }

  /// In small letters; all numbers are one word.
  private static func word(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if token.kind == .number { return "0" }
    let range = Int(token.start)..<Int(token.end)
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      .lowercased()
  }
}

extension Token.LetterCase {
  fileprivate var isCapitalised: Bool { self == .capitalised || self == .upper || self == .mixed }
}
