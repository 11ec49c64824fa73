import ClaimModel
import FactStore
import Foundation
import Sessions
import SystemPackage
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A path that somebody typed")
struct UserPathTests {
  private static let story =
    "Cháy kho gỗ ở bến Sen\n\nSở Cứu hỏa Bến Sen cho biết 4 người bị thương.\n"
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func decomposed(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }

  private func exists(_ name: String) -> Bool {
    FilePath(text: folder.path + "/" + name).withPlatformString { access($0, F_OK) } == 0
  }

  @Test("means the file that has the name exactly, before one that is only canonically the same")
  func exact() throws {
    try folder.write("a", to: "Hà.txt".precomposedStringWithCanonicalMapping)
    try folder.write("b", to: decomposed("Hà.txt"))
    for name in ["Hà.txt".precomposedStringWithCanonicalMapping, decomposed("Hà.txt")] {
      let path = folder.path + "/" + name
      #expect(Array(UserPath.located(path).utf8) == Array(path.utf8))
    }
  }

  @Test("means what is canonically the same in every part, and keeps what is not there as typed")
  func everyPart() throws {
    try folder.write("a", to: decomposed("Hà Nội/phố cổ/cháy.txt"))
    let found = UserPath.located(folder.path + "/Hà Nội/phố cổ/cháy.txt")
    #expect(Array(found.utf8) == Array((folder.path + decomposed("/Hà Nội/phố cổ/cháy.txt")).utf8))
    let new = UserPath.located(folder.path + "/Hà Nội/phố cổ/mới.txt")
    #expect(
      Array(new.utf8)
        == Array((folder.path + decomposed("/Hà Nội/phố cổ/") + "mới.txt").utf8))
    #expect(UserPath.located("không/có") == "không/có")
    #expect(UserPath.located("") == "")
    #expect(UserPath.located("/") == "/")
  }

  @Test("Every command finds a decomposed name by its composed one")
  func commands() throws {
    let name = decomposed("Hà Nội")
    try folder.write(Self.story, to: name + "/cháy.txt".decomposedStringWithCanonicalMapping)
    try folder.write("articles\n", to: decomposed("lệnh.theo"))
    var desk = testDesk()
    let lines = """
      load "$DIR/Hà Nội/cháy.txt"
      save $DIR/phiên.json
      """
    #expect(ran(folder.filled(lines), on: &desk).status == .done)
    let session = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/phiên.json"))
    try FileManager.default.removeItem(atPath: folder.path + "/phiên.json")
    try folder.write(Array(session), to: decomposed("phiên.json"))
    try folder.write(Array(session), to: decomposed("khác.json"))
    for line in [
      "open $DIR/phiên.json", "annotate c1 --verdict true", "save $DIR/phiên.json",
      "run $DIR/lệnh.theo",
      "diff $DIR/phiên.json", "merge $DIR/phiên.json $DIR/khác.json -o $DIR/gộp.json --ours",
      "replay $DIR/phiên.json", "session verify $DIR/phiên.json",
      "agreement $DIR/phiên.json $DIR/phiên.json --by-session", "articles > \"$DIR/Hà Nội/ra.txt\"",
      "extract \"$DIR/Hà Nội\"", "transcript on \"$DIR/Hà Nội/ghi.txt\"", "articles",
      "transcript off", "session check \"$DIR/Hà Nội/ghi.txt\" $DIR/phiên.json",
      "load \"$DIR/Hà N*/ch?y.txt\"", "load \"$DIR/Hà Nội/ch[áà]y.txt\"",
    ] {
      let told = ran(folder.filled(line), on: &desk)
      #expect(told.status == .done, "\(line): \(told.messages)")
    }
    #expect(!exists("phiên.json".precomposedStringWithCanonicalMapping))
    #expect(exists(name + "/ra.txt"))
    #expect(exists(name + "/ghi.txt"))
  }

  @Test("~ and ~user are home folders wherever a path is read or written")
  func home() throws {
    let before = String(cString: getenv("HOME"))
    setenv("HOME", folder.path, 1)
    defer { setenv("HOME", before, 1) }
    try folder.write(Self.story, to: "a.txt")
    try folder.write("articles\n", to: "x.theo")
    var desk = testDesk()
    for line in [
      "load ~/a.txt", "save ~/s.json", "claims > ~/o.csv", "claims >> ~/o.csv", "run ~/x.theo",
      "session verify ~/s.json", "merge ~/s.json ~/s.json -o ~/m.json", "diff ~/s.json ~/m.json",
      "transcript on ~/t.txt", "articles", "transcript off", "session check ~/t.txt ~/s.json",
      "replay ~/s.json", "save ~/c.json --compact", "open ~/c.json --stories ~/a.txt",
    ] {
      let told = ran(line, on: &desk)
      #expect(told.status == .done, "\(line): \(told.messages)")
    }
    #expect(ran("recover ~/none.theo-journal", on: &desk).messages.contains("no such file"))
    for name in ["s.json", "o.csv", "m.json", "t.txt", "c.json"] { #expect(exists(name)) }
    let user = try #require(getpwuid(getuid()))
    let name = String(cString: user.pointee.pw_name)
    #expect(UserPath.expandingHome("~\(name)/x") == String(cString: user.pointee.pw_dir) + "/x")
    #expect(UserPath.expandingHome("~no-such-user-here/x") == "~no-such-user-here/x")
    #expect(UserPath.expandingHome("a~/x") == "a~/x")
  }

  @Test("A name that is no UTF-8 is loaded, completed and told apart from another such name")
  func brokenNames() throws {
    for byte in [0xE1, 0xE0] as [UInt8] {
      let name = Array((folder.path + "/b").utf8) + [byte] + Array("o.txt".utf8)
      let file = try FileDescriptor.open(
        FilePath(text: DiskName.text(name)), .writeOnly, options: .create,
        permissions: .ownerReadWrite)
      try file.closeAfter { _ = try file.writeAll(Self.story.utf8) }
    }
    var desk = testDesk()
    #expect(ran(folder.filled("load $DIR"), on: &desk).status == .done)
    #expect(Set(desk.store.articles.map(\.article.name)).count == 2)
    let candidates = FileCompletion.candidates(
      CompletionPlace("load \(folder.path)/b", cursor: folder.path.utf8.count + 7))
    #expect(candidates.count == 2)
    for candidate in candidates {
      #expect(ran("load " + candidate.replacement, on: &desk).status == .done)
    }
    let shown = folder.hidden(ran("articles", on: &desk, width: 200).output)
    #expect(shown.contains("b‹E1›o.txt"))
    #expect(ran(folder.filled("load '$DIR/b?o.txt'"), on: &desk).status == .done)
  }

  @Test("The text of a name leads back to its bytes, whatever they are")
  func diskNames() {
    var seed: UInt64 = 3
    for _ in 0..<2000 {
      var name = [UInt8]()
      for _ in 0..<6 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        name +=
          [
            [UInt8(truncatingIfNeeded: seed >> 40)], Array("ộ".utf8), [0xE1], [0xEF, 0x9B, 0xA1],
            [0x61],
          ][Int(seed >> 33) % 5]
      }
      #expect(DiskName.bytes(DiskName.text(name)) == name)
    }
  }

  @Test(
    "Patterns match as glob(7) says, canonically",
    arguments: [
      ("Hà*", "Hà Nội.txt", true), ("*.txt", "a.txt", true), ("*.txt", ".txt", false),
      (".*", ".a", true), ("?", "ộ", true), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
      ("[]]", "]", true), ("[a", "[a", true), (#"\*"#, "*", true), (#"\*"#, "a", false),
      ("a*b*c", "axxbxbxc", true), ("a*b*c", "axxbx", false), ("", "", true),
    ] as [(String, String, Bool)])
  func patterns(_ pattern: String, _ name: String, _ matches: Bool) {
    for name in [name, decomposed(name)] {
      #expect(NamePattern(pattern).matches(name) == matches)
      #expect(NamePattern(decomposed(pattern)).matches(name) == matches)
    }
  }
}
