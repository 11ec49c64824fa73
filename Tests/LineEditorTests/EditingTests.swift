import Testing

@testable import LineEditor

@Suite("Undo, kills and completion change the line as asked")
struct EditingTests {
  private func states(_ undo: inout UndoStack, _ lines: [String]) {
    for text in lines { undo.record(line(text)) }
  }

  @Test("Letters typed in a row are one step, a blank ends it")
  func undoByWord() {
    var undo = UndoStack()
    states(&undo, ["b|", "bộ|", "bộ |", "bộ n|", "bộ ng|"])
    #expect(undo.undo()?.text == "bộ ")
    #expect(undo.undo()?.text == "bộ")
    #expect(undo.undo()?.text == "")
    #expect(undo.undo() == nil)
    #expect(undo.redo()?.text == "bộ")
    #expect(undo.redo()?.text == "bộ ")
  }

  @Test("A mark that joins a letter belongs to its step")
  func undoMark() {
    var undo = UndoStack()
    states(&undo, ["e|", "ê|", "ế|"])
    #expect(undo.undo()?.text == "")
  }

  @Test("A change elsewhere is a step of its own")
  func undoElsewhere() {
    var undo = UndoStack()
    states(&undo, ["a|", "ab|", "|ab", "x|ab", "|"])
    #expect(undo.undo()?.text == "xab")
    #expect(undo.undo()?.text == "ab")
  }

  @Test("What is typed after an undo ends what could be redone")
  func redoEnds() {
    var undo = UndoStack()
    states(&undo, ["a|", "a |", "a b|"])
    _ = undo.undo()
    undo.record(line("a c|"))
    #expect(undo.redo() == nil)
    #expect(undo.undo()?.text == "a ")
  }

  @Test("Kills in a row become one text, each on the side it was cut from")
  func killRing() {
    var ring = KillRing()
    ring.kill("hai", .after, joining: false)
    ring.kill(" ba", .after, joining: true)
    ring.kill("một ", .before, joining: true)
    ring.kill("khác", .before, joining: false)
    #expect(ring.newest == "khác")
    #expect(ring.previous() == "một hai ba")
    #expect(ring.previous() == "khác")
  }

  private func candidates(_ texts: [String], _ range: Range<Int>) -> [CompletionCandidate] {
    texts.map { CompletionCandidate($0, range: range) }
  }

  @Test(
    "The common start goes in when it is more than was typed",
    arguments: [
      (["annotate", "annotations"], "an|", "annotat|"), (["Bộ A", "Bộ B"], "B|", "Bộ |"),
      (["Bộ A", "Bộ B"], "bo|", nil), (["list", "load"], "l|", nil), (["list", "load"], "|", "l|"),
    ])
  func commonStart(_ texts: [String], _ typed: String, _ result: String?) {
    let buffer = line(typed)
    let all = candidates(texts, 0..<buffer.text.utf8.count)
    #expect(buffer.withCommonStart(of: all)?.marked == result)
  }

  @Test("A chosen candidate replaces its range and asks for one blank")
  func completed() {
    let one = CompletionCandidate("Reuters", range: 7..<9)
    #expect(line("source re|").completed(with: one, final: true).marked == "source Reuters |")
    #expect(line("source re| x").completed(with: one, final: true).marked == "source Reuters |x")
    #expect(line("source re|").completed(with: one, final: false).marked == "source Reuters|")
    let file = CompletionCandidate("tin/", range: 7..<9, appendsBlank: false)
    #expect(line("source re|").completed(with: file, final: true).marked == "source tin/|")
  }

  @Test("The menu fits its room and shows which part of how many")
  func menu() {
    let candidates = (1...30).map {
      CompletionCandidate("c\($0)", range: 0..<0, detail: "dòng \($0)")
    }
    var menu = CompletionMenu(candidates: candidates, original: LineBuffer())
    menu.select(by: -1)
    var builder = FrameBuilder(columns: 12)
    menu.append(to: &builder, rows: 4)
    let rows = builder.frame.rows.map { $0.glyphs.map(\.text).joined() }
    #expect(rows == ["", "c28  dòng 28", "c29  dòng 29", "c30  dòng 30", "28–30 of 30"])
    menu.select(by: 1)
    #expect(menu.line(final: true).text == "c1 ")
  }
}
