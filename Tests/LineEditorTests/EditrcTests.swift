import Testing

@testable import LineEditor

@Suite("A user's editrc is followed")
struct EditrcTests {
  @Test(
    "Key sequences become the private characters of whole keys",
    arguments: [
      ("bind \"^[[15~\" ed-clear-screen", ["bind \"\u{98}\" ed-clear-screen"]),
      ("theo:bind \\e[3~ ed-move-to-beg", ["theo:bind \u{8C} ed-move-to-beg"]),
      ("bind \"^[OA\" theo-search-history", ["bind \"\u{83}\" theo-search-history"]),
      ("bind \"^[[99~\" ed-end-of-file", ["bind \"^[[99~\" ed-end-of-file"]),
      ("bind \"^U\" ed-move-to-beg\n", ["bind \"^U\" ed-move-to-beg"]),
      ("# bind ^A x\n\n  bind -v\ntheo:bind -e\nbind -a k theo-up", ["bind -a k theo-up"]),
    ])
  func commands(_ text: String, _ commands: [String]) {
    #expect(Editrc(text).commands == commands)
  }

  @Test("Every function has a name an editrc can bind")
  func names() {
    #expect(EditorFunction.killWordBackward.name == "theo-kill-word-backward")
    #expect(Set(EditorFunction.allCases.map(\.name)).count == EditorFunction.allCases.count)
  }

  @Test("No two keys share a private character, and none is beyond C1")
  func codes() {
    #expect(KeyCode.allCases.allSatisfy { (0x80..<0xA0).contains($0.rawValue) })
    #expect(KeyCode(.named(.function(12))) == .f12)
    #expect(KeyCode(.named(.function(13))) == nil)
  }
}
