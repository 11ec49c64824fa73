import ClaimModel
import FactStore
import Foundation
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

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
      ("load -", "'-' was not named"), ("run $DIR/secret.txt", "'$DIR/secret.txt' was not named"),
      ("recover", "'recover' is not run in a check"),
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
    #expect(
      folder.hidden(alone.messages).contains(
        "began with '$DIR/s.json'; name what may be read: session check $DIR/t.txt $DIR/s.json"))
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

  @Test("Every command that is harmless is done in a check")
  func harmless() throws {
    let folder = try TestFolder()
    try folder.write(Self.story, to: "cau.txt")
    try folder.write("articles; undo\n", to: "x.theo")
    var desk = testDesk()
    let lines = """
      transcript on $DIR/t.txt
      load $DIR/cau.txt
      find sập; next; stats; stats --by verdict; timeline; words; sources
      source show "Trần Kha"; source add "Đài Sông Lam" --alias DSL
      source alias "Đài Sông Lam" SL; source merge "Đài Sông Lam" "Trần Kha"
      query save nặng "has:number"; query list; claims @nặng; query drop nặng
      run $DIR/x.theo; independence; conflicts; compare c1; last --format json
      transcript off
      """
    _ = ran(folder.filled(lines), on: &desk, keepsGoing: true)
    let again = ran(folder.filled("session check $DIR/t.txt $DIR/cau.txt $DIR/x.theo"), on: &desk)
    #expect(again.messages == "")
    #expect(again.status == .done)
  }

  @Test("Only what a command's words do not name keeps it out of a check")
  func outside() {
    var outside = Set<String>()
    for command in CommandCatalogue.standard.all {
      for example in command.examples {
        guard let statement = (try? LineLexer.statements(in: example.line))?.first,
          let parsed = try? CommandCatalogue.standard.parse(statement), type(of: parsed) == command
        else { continue }
        if parsed.reach == .outside { outside.insert(command.name) }
      }
    }
    // What a user remembers of other sessions is named by no command line.
    #expect(
      outside.isSubset(of: [
        "review", "recover", "transcript", "session check", "replay", "memory", "memory rebuild",
      ]))
    #expect(outside.isSuperset(of: ["review", "recover", "transcript", "session check"]))
  }

  @Test(
    "A link leads nowhere that was not named, whether it is read or written",
    arguments: [
      "claims > $DIR/named/out.txt", "claims >> $DIR/named/out.txt", "load $DIR/named/in.txt",
      "load $DIR/named", "load $DIR/named/*.txt", "extract $DIR/named/up/secret.txt",
      "claims > $DIR/named/new.txt", "save $DIR/named/up/made.json", "open $DIR/named/in.txt",
      "save $DIR/named/up/../victim.txt", "run $DIR/named/in.txt",
      "merge $DIR/named/in.txt $DIR/named/in.txt -o $DIR/named/out.txt",
      "load $DIR/named/u?/secret.txt", "load \"$DIR/named/in.txt\"",
    ])
  func links(_ line: String) throws {
    let folder = try TestFolder()
    try folder.write("Bí mật.", to: "secret.txt")
    try folder.write("yên", to: "victim.txt")
    try folder.write("", to: "named/.keep")
    for (name, target) in [
      ("out.txt", "../victim.txt"), ("in.txt", "../secret.txt"), ("up", ".."),
      ("new.txt", "../made.txt"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/named/" + name, withDestinationPath: target)
    }
    let ran = try check("theo> \(line)\n", in: folder, "$DIR/named")
    #expect(ran.status == .failed)
    #expect(ran.messages.contains("not done in a check"), "\(ran)")
    #expect(ran.messages.contains("was not named"))
    #expect(try folder.text("victim.txt") == "yên")
    #expect(throws: (any Error).self) { try folder.text("made.txt") }
    #expect(throws: (any Error).self) { try folder.text("made.json") }
  }

  @Test("A link within what was named, and a named folder that is a link, are no way out")
  func inner() throws {
    let folder = try TestFolder()
    try folder.write(Self.story, to: "named/cau.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/named/l.txt", withDestinationPath: "cau.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: "named")
    var desk = testDesk()
    let lines = """
      transcript on $DIR/t.txt
      load $DIR/named/l.txt; load $DIR/link/cau.txt; claims > $DIR/link/o.txt
      transcript off
      """
    _ = ran(folder.filled(lines), on: &desk)
    for named in ["$DIR/named", "$DIR/link"] {
      let again = ran(folder.filled("session check $DIR/t.txt \(named)"), on: &desk)
      #expect(again.status == .done, "\(again)")
    }
  }

  @Test("A link that was made since the check began is seen before a command follows it")
  func meanwhile() throws {
    let folder = try TestFolder()
    try folder.write("yên", to: "victim.txt")
    try folder.write("", to: "named/.keep")
    let checkGuard = CheckGuard([folder.path + "/named"])
    let statement = try #require(
      try LineLexer.statements(in: folder.filled("claims > $DIR/named/o.txt")).first)
    let command = try CommandCatalogue.standard.parse(statement)
    try checkGuard.check(statement, command)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/named/o.txt", withDestinationPath: "../victim.txt")
    #expect(throws: UserError.self) { try checkGuard.check(statement, command) }
  }

  @Test("A transcript that began with stories loaded is checked with them")
  func beganLoaded() throws {
    let folder = try TestFolder()
    try folder.write(Self.story, to: "cầu 1.txt")
    try folder.write(Self.story + "Nước sông dâng 2 mét.", to: "b.txt")
    var desk = testDesk()
    let lines = """
      load "$DIR/cầu 1.txt"; set user "bình b"; load $DIR/b.txt
      transcript on $DIR/t.txt; claims; annotate c1 --tag x; transcript off
      """
    _ = ran(folder.filled(lines), on: &desk)
    let text = try folder.hidden(folder.text("t.txt"))
    #expect(text.contains("# loaded-by an \"$DIR/cầu 1.txt\"\n# loaded-by \"bình b\" $DIR/b.txt\n"))
    var other = testDesk()
    let bare = ran(folder.filled("session check $DIR/t.txt $DIR/b.txt"), on: &other)
    #expect(bare.status == .badData)
    #expect(
      folder.hidden(bare.messages).contains(
        "began with '$DIR/cầu 1.txt'; name what may be read: session check $DIR/t.txt \"$DIR/cầu"))
    let named = ran(folder.filled("session check $DIR/t.txt $DIR"), on: &other)
    #expect(named.messages == "")
    #expect(named.status == .done)
    #expect(other.store.log.isEmpty)
    try folder.write("Cầu Bến Lụa đã sửa xong.", to: "b.txt")
    let changed = ran(folder.filled("session check $DIR/t.txt $DIR"), on: &other)
    #expect(changed.status == .badData)
    #expect(changed.messages.contains("began with another state than"))
  }

  @Test("A transcript that began with a session open or saved is checked with it")
  func beganOpened() throws {
    let folder = try TestFolder()
    try folder.write(Self.story, to: "cau.txt")
    var desk = testDesk()
    let lines = """
      load $DIR/cau.txt; annotate c1 --tag x; save $DIR/s.json
      transcript on $DIR/t.txt; claims; transcript off
      """
    _ = ran(folder.filled(lines), on: &desk)
    let named = ran(folder.filled("session check $DIR/t.txt $DIR/s.json"), on: &desk)
    #expect(named.status == .done, "\(named)")
    let later = "annotate c1 --tag y; transcript on $DIR/u.txt; claims; transcript off"
    _ = ran(folder.filled(later), on: &desk)
    let changed = ran(folder.filled("session check $DIR/u.txt $DIR/s.json"), on: &desk)
    #expect(changed.status == .badData)
  }
}
