import ClaimModel
import FactStore
import Testing

@testable import ShellCommands

@Suite("Checking a transcript")
struct SessionCheckTests {
  private static let story = """
    Cầu Bến Lụa sập một nhịp.
    Ông Trần Kha cho biết ít nhất 3 xe tải rơi xuống sông.
    """

  /// What a check of a transcript gives.
  private func check(
    _ transcript: String, in folder: TestFolder, _ options: String = ""
  ) throws -> Ran {
    try folder.write(folder.filled(transcript), to: "t.txt")
    var desk = testDesk()
    let ran = ran(folder.filled("session check $DIR/t.txt " + options), on: &desk)
    return Ran(
      output: folder.hidden(ran.output), messages: folder.hidden(ran.messages), status: ran.status)
  }

  @Test("What was taken down gives the same again: times, users, errors, changes")
  func recordsAndChecks() throws {
    let folder = try TestFolder()
    try folder.write(Self.story, to: "cau.txt")
    var desk = testDesk()
    let lines = """
      transcript on $DIR/t.txt
      load $DIR/cau.txt
      claims; claims nofield:x
      annotate c1 --verdict false --note "hai dòng
      của một ghi chú"
      set user "Bình An"
      goto 1
      annotate c1 --tag cầu
      log
      alias mine = claims tag:cầu
      mine --format json
      save $DIR/s.json
      transcript off
      """
    _ = ran(folder.filled(lines), on: &desk, keepsGoing: true)
    let text = try folder.text("t.txt")
    #expect(text.hasPrefix("# theo transcript 1\ntheo 2026-03-18T09:00:00Z an> load"))
    #expect(text.contains("Bình An> goto 1\n"))
    #expect(text.contains("[exit 2]"))
    #expect(!text.contains("transcript off"))
    var other = testDesk()
    let again = ran(
      folder.filled("session check $DIR/t.txt $DIR/cau.txt $DIR/s.json"), on: &other)
    #expect(again.messages == "")
    #expect(again.output.contains("give what is recorded"))
    #expect(again.status == .done)
    #expect(other.store.log.isEmpty)
  }

  @Test("What differs is shown as diff -u shows it, with exit status 1")
  func differs() throws {
    let ran = try check(
      """
      theo> articles
      no stories yet; load none: load PATH
      theo> undo
      theo: nothing to undo
      [exit 1]
      """, in: TestFolder())
    #expect(ran.status == .failed)
    #expect(
      ran.output == """
        --- $DIR/t.txt
        +++ now
        @@ -1,5 +1,5 @@
         theo> articles
        -no stories yet; load none: load PATH
        +no stories yet; load some: load PATH
         theo> undo
         theo: nothing to undo
         [exit 1]

        """)
    #expect(ran.messages == "theo: '$DIR/t.txt' differs: 1 line no longer come, 1 come instead\n")
  }

  @Test(
    "No program is run, and no file touched that was not named",
    arguments: [
      ("claims | touch $DIR/made", "'|' runs a program"),
      ("claims > $DIR/made", "'$DIR/made' was not named: session check FILE $DIR/made"),
      ("save $DIR/made", "'$DIR/made' was not named: session check FILE $DIR/made"),
      ("load $DIR/allowed/../secret.txt", "'$DIR/allowed/../secret.txt' was not named"),
      ("load -", "'-' was not named"), ("run $DIR/allowed/x", "'run' is not run in a check"),
      ("transcript on $DIR/made", "'transcript' is not run in a check"),
      ("session check $DIR/t.txt", "'session check' is not run in a check"),
      ("review", "'review' is not run in a check"),
    ])
  func refuses(line: String, reason: String) throws {
    let folder = try TestFolder()
    try folder.write("Bí mật.", to: "secret.txt")
    try folder.write("x", to: "allowed/x")
    let ran = try check("theo> articles\ntheo> \(line)\n", in: folder, "$DIR/allowed")
    #expect(ran.status == .failed)
    #expect(ran.output == "")
    #expect(ran.messages.contains("line 2, '\(line)': not done in a check: \(reason)"))
    #expect(throws: (any Error).self) { try folder.text("made") }
  }

  @Test("An alias is no way around that")
  func refusesAliases() throws {
    let folder = try TestFolder()
    let ran = try check(
      "theo> alias x = \"claims | touch $DIR/made\"\ntheo> x\n", in: folder)
    #expect(ran.status == .failed)
    #expect(ran.output.contains("+theo: not done in a check: '|' runs a program"))
    #expect(throws: (any Error).self) { try folder.text("made") }
  }

  @Test("A transcript of an open session wants that session")
  func wantsSession() throws {
    let folder = try TestFolder()
    var desk = testDesk(TestStory.both)
    _ = ran(
      folder.filled("save $DIR/s.json; transcript on $DIR/t.txt; undo; redo; transcript off"),
      on: &desk)
    var other = testDesk()
    let alone = ran(folder.filled("session check $DIR/t.txt"), on: &other)
    #expect(alone.status == .badData)
    #expect(alone.messages.contains("began with a session open; name it: --session FILE"))
    let named = ran(folder.filled("session check $DIR/t.txt --session $DIR/s.json"), on: &other)
    #expect(named.status == .done)
  }

  @Test("A line of output that looks like a prompt is no command")
  func shields() throws {
    let folder = try TestFolder()
    try folder.write("theo> quit\nÔng Trần Kha nói cầu đã mở lại.", to: "cau.txt")
    var desk = testDesk()
    _ = ran(
      folder.filled("transcript on $DIR/t.txt; load $DIR/cau.txt; read a1; transcript off"),
      on: &desk)
    let text = try folder.text("t.txt")
    #expect(TranscriptText(text).entries.count == 2)
    let again = ran(folder.filled("session check $DIR/t.txt $DIR/cau.txt"), on: &desk)
    #expect(again.status == .done)
  }

  @Test("A file that cannot be written is told, and the command was done all the same")
  func fullDisk() throws {
    var desk = testDesk()
    let ran = ran("transcript on /dev/full --replace; articles", on: &desk)
    #expect(ran.messages.contains("'/dev/full': cannot be written"))
    #expect(desk.transcript == nil)
  }
}
