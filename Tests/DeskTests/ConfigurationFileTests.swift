import Testing

@testable import Desk
import TerminalText

@Suite("The configuration file")
struct ConfigurationFileTests {
  private static let sample = """
    # Of the desk in Vân Sa.
    pager = false   # too slow over the wire
    user='Minh An'
    confirm = 1_000

    [alias]
    top = "claims --by worth --limit 5"
    "đầu" = "claims --limit 1"

    [elsewhere]
    pager = "not ours"
    list = [1, 2]

    """

  @Test("is read with sections, quotes and comments")
  func read() {
    let file = ConfigurationFile(Self.sample)
    #expect(file.problems.isEmpty)
    #expect(
      file.entries.map {
        "\($0.line):\($0.column) [\($0.section)] \($0.key) \($0.value?.words ?? "?")"
      }
        == [
          "2:9 [] pager off", "3:6 [] user Minh An", "4:11 [] confirm 1000",
          "7:7 [alias] top claims --by worth --limit 5", "8:9 [alias] đầu claims --limit 1",
          "11:9 [elsewhere] pager not ours", "12:8 [elsewhere] list ?",
        ])
    #expect(file.text == Self.sample)
  }

  @Test("is changed in place: comments and what is not theo's stay as they stand")
  func changed() {
    var file = ConfigurationFile(Self.sample)
    #expect(file.set("pager", in: "", to: .flag(true)) == 2)
    #expect(file.set("width", in: "", to: .number(100)) == 5)
    #expect(file.set("ll", in: "alias", to: .text("claims said:\"Hà\"")) == 10)
    file.remove("đầu", in: "alias")
    #expect(
      file.text == """
        # Of the desk in Vân Sa.
        pager = true   # too slow over the wire
        user='Minh An'
        confirm = 1_000
        width = 100

        [alias]
        top = "claims --by worth --limit 5"
        ll = "claims said:\\"Hà\\""

        [elsewhere]
        pager = "not ours"
        list = [1, 2]

        """)
  }

  @Test("begins empty, and gets its sections when they are needed")
  func fresh() {
    var file = ConfigurationFile()
    #expect(file.set("ll", in: "alias", to: .text("claims")) == 2)
    #expect(file.set("pager", in: "", to: .flag(false)) == 1)
    #expect(file.text == "pager = false\n[alias]\nll = \"claims\"\n")
  }

  @Test(
    "gives back whatever text is put into it",
    arguments: [
      "", "a\"b", "\\", "tab\tline\n", "\u{1B}[31m", "Hà Nội", "'", "# none", "\u{7F}\u{0}",
      "e\u{301}",
    ])
  func roundTrip(_ text: String) {
    var file = ConfigurationFile("# first\n")
    file.set("prompt", in: "", to: .text(text))
    let again = ConfigurationFile(file.text)
    #expect(again.problems.isEmpty)
    #expect(again.entries.map(\.value) == [.text(text)])
  }

  @Test(
    "says line and column of what it cannot read, and keeps it",
    arguments: [
      ("= 3", "1:1: expected a name, as in: pager = false"),
      ("pager false", "1:7: expected '=' after 'pager'"),
      ("pager =", "1:8: expected a value after 'pager ='"),
      ("user = \"An", "1:8: nothing closes this quote on its line"),
      ("user = \"Hà\\q\"", "1:11: '\\q' means nothing in quotes; \\\\ means a backslash"),
      ("[alias", "1:7: expected ']' at the end of a section, as in: [alias]"),
      ("pager = true false", "1:14: did not expect 'false' after a value; a comment begins with #"),
      (
        "pager = true\npager = false",
        "2:1: 'pager' is given a second time, after line 1; this one is not used"
      ),
    ])
  func problems(_ text: String, _ expected: String) {
    let file = ConfigurationFile(text + "\n")
    #expect(file.problems.map { $0.message(in: "f").headline } == ["f:" + expected])
    #expect(file.text == text + "\n")
  }
}
