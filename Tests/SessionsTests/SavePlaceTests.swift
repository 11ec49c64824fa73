import FactStore
import Foundation
import SystemPackage
import Testing

@testable import Disk
@testable import Sessions

@Suite("Where a session is saved, and what it keeps")
struct SavePlaceTests {
  let folder: TemporaryFolder
  private let file = SessionFile(theo: "1.0")
  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> FilePath { FilePath(folder.file(name)) }
  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(name), withDestinationPath: target)
  }
  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.file(name), withIntermediateDirectories: true)
  }
  private func leads(_ name: String) throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: folder.file(name))
  }

  @Test(
    "A link to a file that is not there yet is followed, and stays",
    arguments: ["target/real.json", "$DIR/target/real.json", "other.json", "up/real.json"])
  func followsDanglingLink(target: String) throws {
    defer { folder.remove() }
    try makeFolder("target")
    try link("other.json", to: "target/real.json")
    try link("up", to: "target")
    let target = target.replacingOccurrences(of: "$DIR", with: folder.path)
    try link("s.json", to: target)
    for _ in 0..<2 {
      try file.save(try Sample.store(), to: path("s.json"))
      #expect(try leads("s.json") == target)
      #expect(folder.text(of: "target/real.json") == SampleFile.text)
    }
  }

  @Test("Links that lead nowhere are told, and stay")
  func refusesLinks() throws {
    defer { folder.remove() }
    try link("circle.json", to: "circle.json")
    try link("gone.json", to: "none/real.json")
    for (name, words) in [
      ("circle.json", "it is a link that leads in a circle"),
      ("gone.json", "no such file or folder"),
    ] {
      let error = #expect(throws: SessionError.self) {
        try file.save(try Sample.store(), to: path(name))
      }
      #expect(error?.description.contains(words) == true)
    }
    #expect(try folder.names() == ["circle.json", "gone.json"])
  }

  @Test("A pipe, a device and an open file without a name are refused, not replaced")
  func refusesWhatIsNoFile() throws {
    defer { folder.remove() }
    #expect(mkfifo(folder.file("pipe.json"), 0o600) == 0)
    try link("null.json", to: "/dev/null")
    let open = Darwinless.open(folder.file("removed"))
    try FileManager.default.removeItem(atPath: folder.file("removed"))
    defer { close(open) }
    for name in [folder.file("pipe.json"), folder.file("null.json"), "/dev/fd/\(open)"] {
      let error = #expect(throws: SessionError.self, "\(name)") {
        try file.save(try Sample.store(), to: FilePath(name))
      }
      #expect(error?.description.contains("it is no ordinary file") == true)
    }
    #expect(try folder.names() == ["null.json", "pipe.json"])
    let read = #expect(throws: SessionError.self) { try file.open(path("pipe.json")) }
    #expect(
      read?.description == "cannot open '\(folder.file("pipe.json"))': it is no ordinary file, "
        + "or a pipe that nobody writes to")
    #expect(throws: SessionError.self) { try file.open("/dev/zero") }
  }

  @Test("A pipe that somebody writes to is read to its end")
  func readsPipe() throws {
    defer { folder.remove() }
    let ends = Pipe()
    let bytes = Data(SampleFile.text.utf8)
    let writer = Thread {
      Thread.sleep(forTimeInterval: 0.05)
      ends.fileHandleForWriting.write(bytes)
      try? ends.fileHandleForWriting.close()
    }
    writer.start()
    let name = "/dev/fd/\(ends.fileHandleForReading.fileDescriptor)"
    #expect(try file.open(FilePath(name)).findings.isEmpty)
  }

  @Test("A new session may be read by its group at most; an old one's rights are kept")
  func keepsRights() throws {
    defer { folder.remove() }
    try file.save(try Sample.store(), to: path("s.json"))
    #expect(try (folder.permissions(of: "s.json") ?? -1) & 0o007 == 0)
    for mode in [0o600, 0o604, 0o644, 0o664, 0o666] {
      chmod(folder.file("s.json"), mode_t(mode))
      let saved = try file.save(try Sample.store(), to: path("s.json"))
      #expect(try folder.permissions(of: "s.json") == mode)
      #expect(saved.losses.isEmpty)
    }
  }

  /// A disk on which the old file is another user's and another group's.
  private func foreign(_ allowed: Set<String>) -> (SystemCalls, Asked) {
    let asked = Asked()
    let live = SystemCalls.live
    var calls = live
    calls.status = { path throws(Errno) in
      var status = try live.status(path)
      if path.lastComponent == "s.json" { (status.owner, status.group) = (4001, 4002) }
      return status
    }
    calls.setOwner = { _, owner, group throws(Errno) in
      let word = owner.map { "owner \($0)" } ?? group.map { "group \($0)" } ?? ""
      asked.add(word)
      if !allowed.contains(String(word.prefix(5))) { throw .notPermitted }
    }
    calls.setPermissions = { file, permissions throws(Errno) in
      asked.add("mode \(String(permissions.rawValue, radix: 8))")
      try live.setPermissions(file, permissions)
    }
    return (calls, asked)
  }

  @Test("Owner and group are kept before the rights; a group that cannot be has its rights taken")
  func keepsOwner() throws {
    defer { folder.remove() }
    for (allowed, asked, losses) in [
      (["owner", "group"], ["owner 4001", "group 4002", "mode 660"], [FileLoss]()),
      (["group"], ["owner 4001", "group 4002", "mode 660"], [.owner(4001)]),
      ([], ["owner 4001", "group 4002", "mode 600"], [.owner(4001), .group(4002)]),
    ] as [(Set<String>, [String], [FileLoss])] {
      try folder.write("old", to: "s.json")
      chmod(folder.file("s.json"), 0o660)
      let (calls, log) = foreign(allowed)
      let saved = try SessionFile(theo: "1.0", calls: calls)
        .save(try Sample.store(), to: path("s.json"))
      #expect(saved.losses == losses)
      #expect(log.words == asked)
    }
  }

  @Test("Another name of the file (hard link) keeps the old session, and that is told")
  func partsHardLinks() throws {
    defer { folder.remove() }
    try folder.write("old", to: "s.json")
    #expect(Foundation.link(folder.file("s.json"), folder.file("copy.json")) == 0)
    let saved = try file.save(try Sample.store(), to: path("s.json"))
    #expect(saved.losses == [.otherNames(1)])
    #expect(folder.text(of: "copy.json") == "old")
    #expect(try file.save(try Sample.store(), to: path("s.json")).losses.isEmpty)
  }

  @Test(
    "A file that others changed since it was read is left as it is",
    arguments: [
      "replaced", "rewritten", "longer", "emptied",
    ])
  func seesChange(way: String) throws {
    defer { folder.remove() }
    let first = try file.save(try Sample.store(), to: path("s.json"))
    let theirs = SampleFile.text.replacingOccurrences(of: "AFP", with: "APF")
    switch way {
    case "replaced":
      try folder.write(theirs, to: "n.json")
      rename(folder.file("n.json"), folder.file("s.json"))
    case "rewritten": try folder.write(theirs, to: "s.json")
    case "longer": try folder.write(theirs + " ", to: "s.json")
    default: try folder.write("", to: "s.json")
    }
    let there = folder.text(of: "s.json")
    let error = #expect(throws: SessionError.self) {
      try file.save(try Sample.store(), to: path("s.json"), over: first.version)
    }
    #expect(error?.kind == .changedOutside)
    #expect(folder.text(of: "s.json") == there)
    #expect(try folder.names() == ["s.json"])
  }

  @Test("The same bytes under another inode, or no file any more, are no change")
  func knowsOwnBytes() throws {
    defer { folder.remove() }
    let first = try file.save(try Sample.store(), to: path("s.json"))
    try folder.write(SampleFile.text, to: "n.json")
    rename(folder.file("n.json"), folder.file("s.json"))
    chmod(folder.file("s.json"), 0o600)
    #expect(try !file.save(try Sample.store(), to: path("s.json"), over: first.version).wasGone)
    try FileManager.default.removeItem(atPath: folder.file("s.json"))
    #expect(try file.save(try Sample.store(), to: path("s.json"), over: first.version).wasGone)
    #expect(folder.text(of: "s.json") == SampleFile.text)
  }

  @Test("A file that comes while the session is written is not lost either")
  func seesLateChange() throws {
    defer { folder.remove() }
    let first = try file.save(try Sample.store(), to: path("s.json"))
    let place = folder.file("s.json")
    var calls = SystemCalls.live
    calls.write = { file, bytes throws(Errno) in
      try? Data("theirs".utf8).write(to: URL(fileURLWithPath: place))
      return try SystemCalls.live.write(file, bytes)
    }
    let error = #expect(throws: SessionError.self) {
      try SessionFile(theo: "1.0", calls: calls)
        .save(try Sample.store(), to: path("s.json"), over: first.version)
    }
    #expect(error?.kind == .changedOutside)
    #expect(folder.text(of: "s.json") == "theirs")
    #expect(try folder.names() == ["s.json"])
  }

  @Test("What a killed save left is taken away; what may be in use or is not theo's stays")
  func removesLeftovers() throws {
    defer { folder.remove() }
    let own = ".theo-\(getpid())-0.tmp"
    // The process that started this one lives.
    let alive = ".theo-\(getppid())-0.tmp"
    let dead = [".theo-999999999-0.tmp", ".theo-999999999-17.tmp"]
    let others = [".theo-x-0.tmp", ".theo-12.tmp", "theo-999999999-0.tmp", ".theo-0-0.tmp"]
    for name in [own, alive] + dead + others { try folder.write("half", to: name) }
    try makeFolder(".theo-999999998-0.tmp")
    let removed = SystemCalls.live.removeLeftovers(in: FilePath(folder.path))
    #expect(removed == ([own] + dead).sorted())
    #expect(try Set(folder.names()) == Set([alive, ".theo-999999998-0.tmp"] + others))
  }

  @Test("A file that is being written is not taken for a leftover")
  func sparesOwnWork() throws {
    defer { folder.remove() }
    let writing = try FileBeside(of: path("s.json"))
    try writing.write([1])
    #expect(SystemCalls.live.removeLeftovers(in: FilePath(folder.path)).isEmpty)
    try writing.put()
    #expect(try folder.names() == ["s.json"])
  }
}

/// What a disk was asked for, in order.
private final class Asked: @unchecked Sendable {
  // Touched by the one thread that a test runs on.
  private(set) var words: [String] = []
  func add(_ word: String) { words.append(word) }
}

private enum Darwinless {
  /// open(2) of a new file.
  static func open(_ path: String) -> Int32 {
    Foundation.open(path, O_RDWR | O_CREAT, 0o600)
  }
}
