import Testing

@testable import FactStore

@Suite("A pattern of letters")
struct LetterPatternTests {
  @Test(
    "finds what it means, whatever the case, and marks where it has some",
    arguments: [
      ("a.c", "xabcx", true), ("a.c", "ac", false), ("^a", "ba", false), ("a$", "ba", true),
      ("ab*c", "ac", true), ("ab+c", "ac", false), ("ab?c", "abbc", false), ("a{2}", "xax", false),
      ("a{2,3}b", "aab", true), ("a{2,}b", "aaaab", true), ("(ab|cd)+$", "abcd", true),
      ("(?:ab){2}", "abab", true), ("[^a-c]", "abc", false), ("[a-c-]", "-", true),
      ("[]a]", "]", true), ("\\d+ tàu", "Có 14  tàu", true), ("\\d+ tàu", "14 tau", false),
      ("tau", "14 TÀU", true), ("\\btau\\b", "tau_be", true), ("\\bau", "tàu", false),
      ("\\w\\W\\w", "a-b", true), ("[\\W]", "ab", false), ("\\.", "a", false),
      ("dien", "Điện", true), ("điện", "Điện", true), ("đien", "Điện", false),
      ("hoà", "Hòa bình", true), ("hòa", "hoà", true), ("ho[àá]", "hoà", true),
      ("le\u{302}", "Lê", true), ("", "x", true), ("a|", "x", true),
      ("cua, so", "cửa_sổ", false), ("cua so\\.", "cửa_sổ .", true), ("\\( ?x", "( x", true),
      ("[\\s]", "a_b", true), ("x*", "", true), ("{", "{", true),
    ] as [(String, String, Bool)])
  func regex(pattern: String, text: String, matches: Bool) throws {
    guard !pattern.isEmpty else { return }
    #expect(try LetterPattern(.regex, pattern).matches(text) == matches)
  }

  @Test(
    "that is a glob fits the whole",
    arguments: [
      ("Bộ*", "Bộ Ngoại giao", true), ("Bộ*", "Cán bộ", false), ("bo*", "Bộ_Y_tế", true),
      ("*giao", "Bộ Ngoại giao", true), ("b?", "bộ", true), ("b?", "bộc", false),
      ("[abc]f*", "AFP", true), ("a.p", "afp", false), ("Hòa*", "Hoà Bình", true), ("*", "", true),
    ] as [(String, String, Bool)])
  func glob(pattern: String, text: String, matches: Bool) throws {
    #expect(try LetterPattern(.glob, pattern).matches(text) == matches)
  }

  @Test("that would keep a backtracking matcher busy for ever is found at once")
  func linear() throws {
    let text = String(repeating: "a", count: 20_000) + "b"
    #expect(try !LetterPattern(.regex, "^(a+)+$").matches(text))
    #expect(try LetterPattern(.regex, "(a*)*b").matches(text))
  }

  @Test("that would grow without end is refused")
  func tooLong() {
    for pattern in ["((a{1000}){1000}){1000}", String(repeating: "(", count: 200)] {
      #expect(throws: PatternProblem.self) { try LetterPattern(.regex, pattern) }
    }
  }
}
