import Foundation
import Synchronization
import Testing
import TerminalText

@testable import LineEditor

@Suite("The editor on a terminal", .serialized)
struct LineEditorTests {
  /// Keys, the rows that stand there then, and the column of the cursor in the last of them.
  private static let typing: [(keys: String, rows: [String], column: Int)] = [
    ("list", ["> list"], 6),
    ("tie\u{302}\u{301}ng Vie\u{323}\u{302}t", ["> tiếng Việt"], 12),
    ("a\u{1B}[D\u{1B}[Dé", ["> éa"], 3),
    ("漢字ok\u{1B}[D\u{1B}[D\u{1B}[D", ["> 漢字ok"], 4),
    ("🇻🇳👨‍👩‍👧x\u{7F}\u{7F}", ["> 🇻🇳"], 4),
    ("một hai\u{1B}[1;5Dba ", ["> một ba hai"], 9),
    ("0123456789abcdefg", ["> 0123456789abcdefg"], 19),
    ("0123456789abcdefgh", ["> 0123456789abcdefgh", ""], 0),
    ("0123456789abcdefgh漢", ["> 0123456789abcdefgh", "漢"], 2),
    ("0123456789abcdefg漢", ["> 0123456789abcdefg", "漢"], 2),
    ("\u{1B}[200~a\rb\u{1B}[201~", ["> a", "… b"], 3),
    ("a\u{1B}[5~\u{1B}[15~\u{1B}[<35;1;1M\u{1B}]11;?\u{7}q", ["> aq"], 4),
    ("một hai\u{17}ba", ["> một ba"], 8),
    ("một hai\u{1}\u{B}x\u{19}\u{19}", ["> xmột haimột hai"], 17),
  ]

  @Test("What stands on the screen is the line", arguments: typing.indices, [false, true])
  func shows(_ index: Int, _ usesVi: Bool) throws {
    let (keys, rows, column) = Self.typing[index]
    let session = try EditorSession(columns: 20) { $0.usesVi = usesVi }
    session.type(keys)
    #expect(session.difference(from: rows, column: column) == nil)
    session.type("\u{3}\u{4}")
    #expect(session.waitForEvents(2) == [.interrupted, .endOfInput])
  }

  @Test("Lines come back composed, in order, and end with ^D")
  func lines() throws {
    let session = try EditorSession()
    session.type("note \"e\u{302}\"\r")
    #expect(session.waitForEvents(1) == [.line("note \"ê\"")])
    session.type("dở\u{3}")
    #expect(session.waitForEvents(2).last == .interrupted)
    session.type("\u{1B}[A!\r\u{4}")
    #expect(session.waitForEvents(4).dropFirst(2) == [.line("note \"ê\"!"), .endOfInput])
  }

  @Test("A paste of several lines is one edit and runs nothing")
  func paste() throws {
    let session = try EditorSession()
    session.type("\u{1B}[200~list\rquit\r\u{1B}[201~")
    #expect(session.difference(from: ["> list", "… quit"], column: 6) == nil)
    session.type("\u{1F}x\r\u{4}")
    #expect(session.waitForEvents(2) == [.line("x"), .endOfInput])
  }

  @Test("A long paste is kept whole")
  func longPaste() throws {
    let text = String(repeating: "Bộ Ngoại giao nói. ", count: 500)
    let session = try EditorSession(columns: 80)
    session.type("\u{1B}[200~" + text + "\u{1B}[201~")
    session.type("\r\u{4}")
    #expect(session.waitForEvents(1).first == .line(text))
  }

  @Test("An open quote goes on in a further line, which is edited with the first")
  func continues() throws {
    let session = try EditorSession { editor in
      editor.isComplete = { line in line.filter { $0 == "\"" }.count.isMultiple(of: 2) }
    }
    session.type("note \"a\rb")
    #expect(session.difference(from: ["> note \"a", "… b"], column: 3) == nil)
    session.type("\u{1B}[A\u{1B}[Bc\"\r\u{4}")
    #expect(session.waitForEvents(1).first == .line("note \"a\nbc\""))
  }

  @Test("Of a line taller than the window the rows around the cursor are shown")
  func tall() throws {
    let session = try EditorSession(columns: 10, rows: 3)
    session.type("0123456789012345678901234567890123456789")
    #expect(session.difference(from: ["8901234567", "8901234567", "89"], column: 2) == nil)
    session.type("\u{1}")
    let top = ["> 01234567", "8901234567", "8901234567"]
    #expect(session.difference(from: top, up: 2, column: 2) == nil)
    session.type("\r\u{4}")
    let whole = ["> 01234567", "8901234567", "8901234567", "8901234567", "89", ">"]
    #expect(session.difference(from: whole + [""], column: 0) == nil)
  }

  @Test("What a job prints stands above the line")
  func printsAbove() throws {
    let session = try EditorSession(columns: 20)
    session.type("một hai ba bốn năm\u{1B}[D")
    #expect(session.difference(from: ["> một hai ba bốn năm"], column: 19) == nil)
    session.outbox.print("job 1: xong")
    #expect(
      session.difference(from: ["job 1: xong", "> một hai ba bốn năm"], column: 19) == nil)
    session.type("\u{3}\u{4}")
    #expect(session.waitForEvents(2).count == 2)
  }

  @Test("Tab puts in what is common, then shows a menu to choose from")
  func completes() throws {
    let session = try EditorSession { editor in
      editor.completer = { request in
        ["annotate", "annotations", "list"]
          .filter { $0.hasPrefix(request.line) }
          .map { CompletionCandidate($0, range: 0..<request.cursor, detail: "d") }
      }
    }
    session.type("an\t")
    #expect(session.difference(from: ["> annotat"], column: 9) == nil)
    session.type("\t\t\t")
    let menu = ["> annotations", "annotate     d", "annotations  d"]
    #expect(session.difference(from: menu, up: 2, column: 13) == nil)
    session.type("\rx\r\u{4}")
    #expect(session.waitForEvents(1).first == .line("annotations x"))
  }

  @Test("^R finds accented lines by a plain query")
  func searches() throws {
    let session = try EditorSession()
    session.type("find đắk lắk\r")
    _ = session.waitForEvents(1)
    session.type("\u{12}dak l")
    let rows = ["> find đắk lắk", "search: dak l  1 of 1"]
    #expect(session.difference(from: rows, up: 1, column: 7) == nil)
    session.type("\r\u{4}")
    #expect(session.waitForEvents(3)[1] == .line("find đắk lắk"))
  }

  @Test("A suggestion is shown behind the cursor and taken by word or whole")
  func suggests() throws {
    let session = try EditorSession()
    session.type("list claims new\r")
    _ = session.waitForEvents(1)
    session.type("li")
    #expect(session.difference(from: ["> list claims new"], column: 4) == nil)
    session.type("\u{1B}f")
    #expect(session.difference(from: ["> list claims new"], column: 6) == nil)
    session.type("\u{5}\r\u{4}")
    #expect(session.waitForEvents(3)[1] == .line("list claims new"))
  }

  @Test("vi's command mode edits, undoes and is left again")
  func viMode() throws {
    let session = try EditorSession { $0.usesVi = true }
    session.type("một hai ba")
    #expect(session.difference(from: ["> một hai ba"], column: 12) == nil)
    session.type("\u{1B}")
    #expect(session.difference(from: ["> một hai ba"], column: 11) == nil)
    session.type("0dw")
    #expect(session.difference(from: ["> hai ba"], column: 2) == nil)
    session.type("u$rế")
    #expect(session.difference(from: ["> một hai bế"], column: 11) == nil)
    session.type("A!\r\u{4}")
    #expect(session.waitForEvents(1).first == .line("một hai bế!"))
  }

  @Test("vi's moves and deletions take whole graphemes")
  func viGraphemes() throws {
    let session = try EditorSession { $0.usesVi = true }
    session.type("a🇻🇳👨‍👩‍👧b\u{1B}")
    #expect(session.difference(from: ["> a🇻🇳👨‍👩‍👧b"], column: 7) == nil)
    session.type("hh")
    #expect(session.difference(from: ["> a🇻🇳👨‍👩‍👧b"], column: 3) == nil)
    session.type("x")
    #expect(session.difference(from: ["> a👨‍👩‍👧b"], column: 3) == nil)
    session.type("lhx$i!\r\u{4}")
    #expect(session.waitForEvents(1).first == .line("a!b"))
  }

  @Test("Kills that follow each other are yanked as one, others are not")
  func kills() throws {
    let session = try EditorSession()
    session.type("một hai ba\u{17}\u{17}x\u{17}\u{19}\u{1B}y\r\u{4}")
    #expect(session.waitForEvents(1).first == .line("một hai ba"))
  }

  @Test("Keys are read one by one, and answers in between stay out of history")
  func keysAndAnswers() throws {
    let seen = Mutex<[Key]>([])
    let answers = Mutex<[String?]>([])
    let session = try EditorSession(after: { editor, event in
      guard event == .line("review") else { return }
      editor.withKeys {
        while case .key(let key) = editor.nextKey(), key != .character("q") {
          seen.withLock { $0.append(key) }
          if key == .character("n") {
            let answer = editor.readAnswer(prompt: "note: ")
            answers.withLock { $0.append(answer) }
          }
        }
      }
    })
    session.type("review\rt\u{1B}[Dnchưa rõ\rnx\u{3}đq\u{1B}[A!\r\u{4}")
    #expect(session.waitForEvents(3) == [.line("review"), .line("review!"), .endOfInput])
    #expect(
      seen.withLock { $0 } == [
        .character("t"), .named(.left), .character("n"), .character("n"), .character("đ"),
      ])
    #expect(answers.withLock { $0 } == ["chưa rõ", nil])
  }

  @Test("The line goes through $EDITOR and back, and that is one step to undo")
  func externalEditor() throws {
    unsetenv("VISUAL")
    setenv("EDITOR", "sed -i s/mot/một/", 1)
    let session = try EditorSession()
    session.type("mot hai\u{18}\u{5}")
    #expect(session.difference(from: ["> một hai"], column: 9) == nil)
    session.type("\u{1F}")
    #expect(session.difference(from: ["> mot hai"], column: 9) == nil)
    session.type("\r\u{4}")
    #expect(session.waitForEvents(1).first == .line("mot hai"))
  }

  @Test("An editor that fails leaves the line as it was")
  func failingEditor() throws {
    unsetenv("VISUAL")
    setenv("EDITOR", "false", 1)
    let session = try EditorSession()
    session.type("một\u{18}\u{5}!\r\u{4}")
    #expect(session.waitForEvents(1).first == .line("một!"))
  }

  @Test("A window that becomes narrower shows the line wrapped anew")
  func resizes() throws {
    let session = try EditorSession(columns: 40)
    session.type("một hai ba bốn")
    #expect(session.difference(from: ["> một hai ba bốn"], column: 16) == nil)
    session.resize(columns: 10, rows: 24)
    session.outbox.print("x")  // a pseudo-terminal of another session gets no SIGWINCH
    #expect(session.difference(from: ["> một hai", "ba bốn"], column: 6) == nil)
    session.type("\r\u{4}")
    #expect(session.waitForEvents(1).first == .line("một hai ba bốn"))
  }

  @Test("Plain mode writes no escape sequence but that for pastes")
  func plain() throws {
    let session = try EditorSession(options: .init(plain: true))
    session.type("một hae\u{301}x\u{7F}")
    #expect(session.difference(from: ["> một haé"], column: 9) == nil)
    session.type("\r\u{1B}[A!\r\u{4}")
    let wanted: [LineEditor.Event] = [.line("một haé"), .line("một haé!"), .endOfInput]
    #expect(session.waitForEvents(3) == wanted)
  }
}
