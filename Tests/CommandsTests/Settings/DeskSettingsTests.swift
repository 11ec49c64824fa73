import ClaimModel
import FactStore
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Settings")
struct DeskSettingsTests {
  private let folder: TestFolder
  private var path: String { folder.path + "/config/theo/config.toml" }

  init() throws { folder = try TestFolder() }

  private func desk(
    _ text: String? = nil, _ environment: [String: String] = [:]
  ) throws -> (desk: Desk, problems: [String]) {
    if let text { try folder.write(text, to: "config/theo/config.toml") }
    var desk = testDesk(TestStory.both)
    let problems = desk.configure(
      from: ConfigurationStore(path: path), commands: CommandCatalogue.standard.names
    ) { environment[$0] }
    return (desk, problems.map { folder.hidden($0.message.headline) })
  }

  private func shown(_ desk: Desk, _ setting: Setting) -> String {
    let held = desk.settings[setting]
    return folder.hidden("\(held.value.words) · \(held.origin.words)")
  }

  @Test("come from the environment and the file, the stronger one last")
  func origins() throws {
    let (desk, problems) = try desk(
      "# mine\nuser = \"lan\"\nconfirm = 5\n",
      ["USER": "root", "NO_COLOR": "1", "THEO_CONFIRM": "7", "THEO_KEYS": "vim"])
    #expect(shown(desk, .user) == "lan · $DIR/config/theo/config.toml:2")
    #expect(shown(desk, .color) == "never · environment NO_COLOR")
    #expect(shown(desk, .confirm) == "7 · environment THEO_CONFIRM")
    #expect(shown(desk, .pager) == "on · default")
    #expect(
      problems == [
        "THEO_KEYS: 'vim' is no value of keys. Did you mean 'vi'? Expected editrc, emacs or vi."
      ])
  }

  @Test("that are wrong in the file are told with their place, and the rest holds")
  func wrong() throws {
    let (desk, problems) = try desk(
      "pagr = false\npager = \"sometimes\"\nwidth = 1.5\nprogress = false\n[alias]\nclaims = \"x\"\n"
        + "ll = \"clams\"\nok = \"claims\"\n[window]\nx = [\n")
    #expect(
      problems == [
        "$DIR/config/theo/config.toml:1:1: unknown setting 'pagr'. Did you mean 'pager'?",
        "$DIR/config/theo/config.toml:2:9: 'sometimes' is no value of pager. Expected on or off.",
        "$DIR/config/theo/config.toml:3:9: 'width' takes a \"string\", true, false or a whole "
          + "number; other values of TOML are not read",
        "$DIR/config/theo/config.toml:6:10: 'claims' is a command; an alias needs a name of its "
          + "own",
        "$DIR/config/theo/config.toml:7:6: an alias stands for a command, and 'clams' is none. "
          + "Did you mean 'claims'?",
      ])
    #expect(shown(desk, .progress) == "off · $DIR/config/theo/config.toml:4")
    #expect(desk.settings.aliases.keys.sorted() == ["ok"])
  }

  @Test("that are typed are kept for the next shell, with what others have put there since")
  func kept() throws {
    var (first, _) = try desk()
    #expect(
      folder.hidden(ran("set pager off", on: &first).output)
        == "pager off · kept in $DIR/config/theo/config.toml:1\n")
    try folder.write(
      try folder.text("config/theo/config.toml") + "their = 1\n", to: "config/theo/config.toml")
    _ = ran("alias ll = claims said:\"Thu Hà\"; set --here width 90; set keys vi", on: &first)
    #expect(
      try folder.text("config/theo/config.toml")
        == "pager = false\ntheir = 1\nkeys = \"vi\"\n\n[alias]\nll = \"claims said:\\\"Thu Hà\\\"\"\n"
    )
    #expect(shown(first, .width) == "90 · this shell")
    let (second, _) = try desk()
    #expect(shown(second, .pager) == "off · $DIR/config/theo/config.toml:1")
    #expect(second.settings.aliases["ll"]?.line == "claims said:\"Thu Hà\"")
    _ = ran("set --default keys; unalias ll", on: &first)
    #expect(
      try folder.text("config/theo/config.toml") == "pager = false\ntheir = 1\n\n[alias]\n")
    #expect(shown(first, .keys) == "editrc · default")
  }

  @Test("of a script hold for its run and are not kept")
  func script() throws {
    var (desk, _) = try desk()
    let script = try folder.write("claims c1\nset pager off\n", to: "s.theo")
    _ = ran("run \(script)", on: &desk)
    #expect(shown(desk, .pager) == "off · $DIR/s.theo:2")
    #expect(try desk.configuration?.read().entries == [])
  }

  @Test(
    "that cannot be kept hold here, and that is said",
    arguments: [
      ("set user lan", "user"), ("set pager off; set user lan", "user"),
      ("set --default pager; set user lan", "user"),
    ])
  func unwritable(line: String, setting: String) throws {
    try folder.write("", to: "config")
    var desk = testDesk(TestStory.both)
    _ = desk.configure(
      from: ConfigurationStore(path: path), commands: CommandCatalogue.standard.names
    ) { _ in nil }
    let told = ran(line, on: &desk)
    #expect(told.status == .done)
    #expect(
      folder.hidden(told.messages).hasPrefix("theo: '$DIR/config/theo/config.toml': cannot be"))
    #expect(told.messages.contains("This holds in this shell and is not kept"))
    #expect(told.output.contains("user lan · in this shell only"))
    #expect(shown(desk, .user) == "lan · this shell")
    _ = ran("annotate c1 --verdict true", on: &desk)
    #expect(desk.store.log.last?.operation.user == "lan")
    let alias = ran("alias one = claims c1; one --format csv; unalias one", on: &desk)
    #expect(alias.status == .done)
    #expect(alias.messages.contains("is not kept"))
    #expect(alias.output.contains("c1,a1,"))
    #expect(desk.settings.aliases.isEmpty)
  }

  @Test(
    "of how many claims are changed without a question",
    arguments: [("5", true, 1), ("6", false, 0), ("0", false, 0)])
  func bulk(_ limit: String, _ asks: Bool, _ untouched: Int) {
    var desk = testDesk(TestStory.both)
    let console = TestConsole()
    console.isInteractive = true
    let told = ran(
      "set confirm \(limit); annotate c1..c6 --verdict true", on: &desk, console: console)
    #expect(console.questions == (asks ? ["annotate 6 claims?"] : []))
    #expect(told.output.hasSuffix("nothing was changed\n") == asks)
    #expect(desk.store.tally[.true] == (asks ? 0 : 6))
  }
}

@Suite("rc.theo")
struct StartScriptTests {
  @Test("goes on after what fails, and says where that stands")
  func errors() throws {
    let folder = try TestFolder()
    let path = try folder.write(
      "alias one = claims c1\nclams\none --nope\nset width 90\none --format csv\nclaims \"c2\n",
      to: "rc.theo")
    var desk = testDesk(TestStory.both)
    let console = TestConsole()
    var interpreter = CommandInterpreter(.standard)
    interpreter.expandsAliases = true
    StartScript.run(path, on: &desk, with: interpreter, console: console)
    #expect(
      folder.hidden(console.messages) == """
        theo: $DIR/rc.theo:2: unknown command 'clams'. Did you mean 'claims'?
        theo: $DIR/rc.theo:3: claims: unknown option '--nope'. See 'help claims'.
        theo: $DIR/rc.theo:6: nothing closes the quote "; close it, or put \\ before it to mean the mark itself
            claims "c2
                   ^

        """)
    #expect(console.output.contains("c1,a1,"))
    #expect(folder.hidden(desk.settings[.width].origin.words) == "$DIR/rc.theo:4")
  }

  @Test("need not be there")
  func missing() {
    var desk = testDesk()
    let console = TestConsole()
    StartScript.run(
      "/nowhere/rc.theo", on: &desk, with: CommandInterpreter(.standard), console: console)
    #expect(console.messages.isEmpty)
  }
}

@Suite("The prompt")
struct PromptTextTests {
  @Test(
    "says what its format asks for",
    arguments: [
      (PromptFormat.standard, "theo bridge 6 unchecked> ", "theo 6 unchecked*> "),
      ("{user}@[{session}:]{stories}$ ", "an@bridge:2$ ", "an@2$ "),
      ("x", "x ", "x "),
      ("{{[[{claims}]]}}> ", "{[6]}> ", "{[6]}> "),
    ])
  func formats(_ format: String, _ saved: String, _ unsaved: String) throws {
    let folder = try TestFolder()
    var desk = testDesk(TestStory.both)
    desk.settings.set(.prompt, to: .text(format), from: .shell)
    #expect(PromptText(desk).text.plain == unsaved)
    _ = ran("save \(folder.path)/bridge.json", on: &desk)
    #expect(PromptText(desk).text.plain == saved)
  }

  @Test("cannot be steered by the name of a session")
  func harmless() throws {
    let folder = try TestFolder()
    var desk = testDesk(TestStory.both)
    _ = ran("save '\(folder.path)/a\u{1B}[2J.json'", on: &desk)
    #expect(PromptText(desk).text.plain == "theo a␛[2J 6 unchecked> ")
  }
}

@Suite("A listing that is wider than the window")
struct LastResultTests {
  @Test("is cut with a mark, and `last --full` shows it whole")
  func full() {
    var desk = testDesk(TestStory.both)
    let cut = ran("claims c2", on: &desk, width: 60).output
    #expect(cut.contains("…"))
    #expect(cut.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 60 })
    #expect(ran("last", on: &desk, width: 60).output == cut)
    let whole = ran("last --full", on: &desk, width: 60).output
    #expect(whole == ran("claims c2", on: &desk).output)
    #expect(!whole.contains("…"))
  }

  @Test("of the setting 'width' is fitted to that at a prompt, and 'format' holds there")
  func prompt() {
    var desk = testDesk(TestStory.both)
    let console = TestConsole()
    console.isInteractive = true
    _ = ran("set width 60; set format csv; claims c2", on: &desk, console: console)
    #expect(console.output.contains("\nc2,a1,0.86,"))
    console.output = ""
    _ = ran("set format table; claims c2", on: &desk, console: console)
    let rows = console.output.split(separator: "\n").dropFirst()
    #expect(rows.allSatisfy { DisplayWidth.of($0) <= 60 })
  }
}
