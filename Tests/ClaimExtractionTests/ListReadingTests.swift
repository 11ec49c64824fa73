import ClaimModel
import Lexicons
import Testing

@testable import ClaimExtraction

@Suite("Word lists are read into tables")
struct ListReadingTests {
  @Test("that have the classes of chain words under the names that the file has for them")
  func chainClasses() {
    #expect(ChainWords.Class.names == ChainWords.Class.allCases.map { "\($0)" })
    let written = Set(WordList(embedded: "chain-words.tsv").rows.map { $0[0] })
    #expect(written.isSubset(of: ChainWords.Class.names))
  }

  @Test("that have the features of drafts under the names of their cases")
  func draftFeatures() {
    let names = DraftFeatureName.allCases.map { feature in
      "\(feature)".reduce(into: "") { name, letter in
        if letter.isUppercase || letter.isNumber { name += "-" }
        name += letter.lowercased()
      }
    }
    #expect(DraftFeatureName.caseNames == names)
  }

  @Test(
    "in all forms of English words with a mark at their end",
    arguments: [
      ("lead", ["lead"]), ("kill+", ["kill", "kills", "killed", "killing"]),
      ("lay+ off", ["lay off", "lays off", "layed off", "laying off"]),
      ("die+", ["die", "dies", "died", "diing"]),
      ("vary+", ["vary", "varies", "varied", "varying"]),
      ("stay+", ["stay", "stays", "stayed", "staying"]),
      ("tax+", ["tax", "taxes", "taxed", "taxing"]),
      ("clash+", ["clash", "clashes", "clashed", "clashing"]),
      ("laugh+", ["laugh", "laughs", "laughed", "laughing"]), ("y+", ["y", "ys", "yed", "ying"]),
      ("café+", ["café", "cafés", "caféed", "caféing"]), ("giết", ["giết"]),
    ])
  func endings(phrase: String, expected: [String]) {
    var forms = [String]()
    Array(phrase.utf8).withUnsafeBufferPointer { bytes in
      WordEndings.forEachForm(of: bytes) { forms.append(String(decoding: $0, as: UTF8.self)) }
    }
    #expect(forms == expected)
  }

  @Test("where of phrases with the same words the first counts, in rows and in items")
  func first() {
    let rows = WordList(name: "test", text: "cho biết\tx;y z\t1\nCho  biết\ty z\t2\nnói\tw\t-").rows
    let phrases = PhraseTable(rows) { Int($0[2]) }
    #expect(match("cho biết", phrases) == 1)
    #expect(match("nói", phrases) == nil)
    let items = PhraseTable(items: 1, of: rows) { Int($0[2]) }
    #expect(match("y z", items) == 1)
    #expect(match("x", items) == 1)
    #expect(match("y", items) == nil)
  }

  @Test("where what several lists say of a phrase is put together")
  func merging() {
    var phrases = PhraseTable<[Int]>()
    for (phrase, value) in [("toà án", 1), ("tòa án", 2), ("án", 3)] {
      Array(phrase.utf8).withUnsafeBufferPointer { bytes in
        phrases.add(bytes) { ($0 ?? []) + [value] }
      }
    }
    #expect(match("tòa án", phrases) == [1, 2])
    #expect(match("án", phrases) == [3])
  }

  private func match<Value>(_ text: String, _ phrases: PhraseTable<Value>) -> Value? {
    let tokens = Array(text.utf8).withUnsafeBufferPointer {
      Tokenizer.tokens(of: $0, in: .init(0, $0.count))
    }
    return phrases.match(tokens, at: 0, end: tokens.count)?.value
  }
}
