import Foundation
import Synchronization
import Testing

@testable import LineEditor

@Suite("There is a way out of every state of the input", .serialized)
struct WayOutTests {
  private static let states =
    KeyDecoderTests.hanging + [
      "\u{16}", "\u{12}", "\u{12}abc", "li\t\t", "note \"open\r", "note \"open\r\r\r", "\u{18}",
    ]

  @Test("^C gives a fresh line", arguments: states)
  func interrupts(_ keys: String) throws {
    let session = try EditorSession {
      $0.completer = { request in
        ["lines", "lists"].map { CompletionCandidate($0, range: 0..<request.cursor) }
      }
      $0.isComplete = { $0.filter { $0 == "\"" }.count.isMultiple(of: 2) }
    }
    session.type(keys + "\u{3}")
    // What quotes the next key, or begins a sequence of the editor's own, takes one; so does the
    // search, which gives back the line before it.
    if ["\u{16}", "\u{18}", "\u{12}"].contains(keys.prefix(1)) { session.type("\u{3}") }
    #expect(session.waitForEvents(1) == [.interrupted])
    session.type("fresh\r")
    #expect(session.waitForEvents(2) == [.interrupted, .line("fresh")])
    session.type("\u{4}")
  }

  @Test("A paste that never ends is shown after some seconds, and can be edited")
  func endlessPaste() throws {
    let session = try EditorSession()
    session.type("\u{1B}[200~list")
    #expect(session.difference(from: ["> list"], column: 6) == nil)
    session.type(" it\r\u{4}")
    #expect(session.waitForEvents(1).first == .line("list it"))
  }

  @Test("^D on an empty line of an open quotation enters it as it is")
  func endsContinuation() throws {
    let session = try EditorSession { $0.isComplete = { !$0.contains("\"") } }
    session.type("note \"a\rb\u{4}")
    #expect(session.difference(from: ["> note \"a", "… b"], column: 3) == nil)
    session.type("\r\u{4}")
    #expect(session.waitForEvents(1) == [.line("note \"a\nb\n")])
    session.type("\u{4}")
  }

  @Test("A text is read up to ^D, with what was typed before it was asked for")
  func text() throws {
    let texts = Mutex<[String?]>([])
    let session = try EditorSession(columns: 20) { _ in
    } after: { editor, event in
      if event == .line("load") { texts.withLock { $0.append(editor.readText()) } }
    }
    session.type("load\rone\rtwx\u{7F}o\r\u{4}")
    #expect(session.difference(from: ["> load", "one", "two", ">"], column: 2) == nil)
    session.type("load\rhalf\u{3}")
    #expect(session.difference(from: ["half^C", ">"], column: 2) == nil)
    session.type("\u{4}")
    _ = session.waitForEvents(3)
    #expect(texts.withLock { $0 } == ["one\ntwo\n", nil])
  }
}

@Suite("An editor of the user's own")
struct ExternalEditorTests {
  private func edited(
    _ command: String, _ text: String = "một hai", folder: String = "/tmp"
  ) -> Result<String, ExternalEditorError> {
    Result { () throws(ExternalEditorError) in
      try ExternalEditor(command: command, folder: folder).edited(text)
    }
  }

  @Test(
    "is words of the shell, as git reads them",
    arguments: [
      ("sed -i s/hai/ba/", "một ba"),
      ("sed -i 's/hai/b a/'", "một b a"),
      ("\"/bin/sed\" -i \"s/một hai/đổi/\"", "đổi"),
      ("sh -c 'printf \"%s.\" \"$#\" \"$0\" > \"$1\"' 'set ft=text'", "1.set ft=text."),
      ("X=ba sh -c 'echo $X > \"$0\"'", "ba"),
      ("true", "một hai"),
      ("tee < /dev/null", ""),
    ])
  func words(_ command: String, _ text: String) {
    #expect(edited(command) == .success(text))
  }

  @Test("that cannot be run, fails or is killed leaves the line and says why")
  func fails() {
    #expect(edited("no-such-editor -w") == .failure(.cannotRun("no-such-editor -w")))
    #expect(edited("/tmp") == .failure(.cannotRun("/tmp")))
    #expect(edited("exit 3;") == .failure(.failed("exit 3;", status: 3)))
    #expect(edited("kill -TERM $$;") == .failure(.killed("kill -TERM $$;", signal: 15)))
    guard case .failure(.lost(_, let reason)) = edited("rm") else {
      Issue.record("the file was there")
      return
    }
    #expect(reason == "no such file or directory")
  }

  @Test("needs a folder for its file, and says which there is not")
  func folder() {
    let missing = edited("true", folder: "/nonexistent-tmp")
    #expect(
      missing
        == .failure(.noFile(folder: "/nonexistent-tmp", reason: "no such file or directory")))
    guard case .failure(let error) = missing else { return }
    #expect(error.description.contains("put another folder into TMPDIR"))
  }
}

@Suite("What a terminal can do")
struct TerminalKindTests {
  @Test(
    "is told by its name",
    arguments: [
      ("xterm", TerminalKind.moves), ("screen", .moves), ("linux", .moves), ("vt100", .moves),
      ("", .plain), ("dumb", .plain), ("unknown", .plain),
      ("no-such-terminal", .unknown("no-such-terminal")), ("../xterm", .unknown("../xterm")),
      ("xterm\u{1B}[2J", .unknown("xterm\u{1B}[2J")),
    ])
  func kind(_ name: String, _ kind: TerminalKind) { #expect(TerminalKind.named(name) == kind) }
}
