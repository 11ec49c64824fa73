import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Disk

/// A folder that is watched, with short times.
private struct Watched {
  let folder: TestFolder
  var watch: FolderWatch
  var notes: [FolderWatch.Note] = []

  /// `every`: looked through, with nothing told.
  init(
    _ files: [String] = [], every: Duration? = nil, takesExisting: Bool = false,
    source: (any FolderEventSource)? = nil
  ) throws {
    folder = try TestFolder()
    for file in files { try folder.write("tin", to: "wire/" + file) }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/wire", withIntermediateDirectories: true)
    var options = FolderWatch.Options(endings: [".txt", ".jsonl"], every: every)
    options.settling = .milliseconds(100)
    options.patience = .milliseconds(300)
    watch = try FolderWatch(
      folder.path + "/wire", options, source: try source ?? Self.source(looks: every != nil),
      takesExisting: takesExisting)
  }

  static func source(looks: Bool) throws -> any FolderEventSource {
    #if os(Linux)
      if !looks { return try InotifyFolders() }
    #endif
    return SilentFolders()
  }

  func write(_ name: String, _ text: String = "tin") throws {
    try folder.write(text, to: "wire/" + name)
  }

  func path(_ name: String) -> String { folder.path + "/wire/" + name }

  /// What has come, in order of names: `count` of it, or less after a while. Never more: a little
  /// longer is waited for that.
  mutating func arrivals(_ count: Int, seconds: Double = 20) -> [String] {
    var names = [String]()
    var deadline = Date().addingTimeInterval(seconds)
    var isExtended = false
    while Date() < deadline {
      let step = watch.step(waiting: .milliseconds(20))
      notes += step.notes
      names += step.arrivals.map { String($0.path.dropFirst(folder.path.utf8.count + 6)) }
      if names.count >= count, !isExtended {
        deadline = Date().addingTimeInterval(0.25)
        isExtended = true
      }
    }
    return names.sorted()
  }
}

@Suite("A watched folder")
struct FolderWatchTests {
  private static let ways: [Duration?] = [nil, .milliseconds(80)]

  @Test("gives files that come, whether that is told or looked for", arguments: ways)
  func comes(_ every: Duration?) throws {
    var watched = try Watched(["old.txt"], every: every)
    #expect(watched.watch.existing.count == 1)
    try watched.write("a.txt")
    try watched.write("b.jsonl")
    try watched.write("c.png")
    #expect(watched.arrivals(2) == ["a.txt", "b.jsonl"])
    #expect(watched.watch.passedOver == (every == nil ? 1 : 0))
  }

  @Test("leaves one that is being written until it is closed")
  func slowly() throws {
    var watched = try Watched()
    let file = try #require(fopen(watched.path("a.txt"), "w"))
    for _ in 0..<3 {
      fputs("tin ", file)
      fflush(file)
      #expect(watched.arrivals(0) == [])
    }
    fclose(file)
    #expect(watched.arrivals(1) == ["a.txt"])
  }

  @Test("leaves one that grows from look to look until it stays the same")
  func grows() throws {
    var watched = try Watched(every: .milliseconds(150))
    let file = try #require(fopen(watched.path("a.txt"), "w"))
    defer { fclose(file) }
    for _ in 0..<20 {
      fputs("tin ", file)
      fflush(file)
      #expect(watched.watch.step(waiting: .milliseconds(40)).arrivals == [])
    }
    #expect(watched.arrivals(1) == ["a.txt"])
  }

  @Test(
    "passes over what is hidden or marked as not whole until it is renamed",
    arguments: ways,
    [".a.txt.Xy3k2p", "a.txt.part", "a.txt.tmp", "a.txt~", "#a.txt#", "~$a.txt", "a.crdownload"])
  func renamed(_ every: Duration?, _ name: String) throws {
    var watched = try Watched(every: every)
    try watched.write(name)
    #expect(watched.arrivals(0) == [])
    try FileManager.default.moveItem(atPath: watched.path(name), toPath: watched.path("a.txt"))
    #expect(watched.arrivals(1) == ["a.txt"])
  }

  @Test("is watched with the folders that come into it", arguments: ways)
  func folders(_ every: Duration?) throws {
    var watched = try Watched(["sub/old.txt"], every: every)
    try watched.write("sub/a.txt")
    try watched.write("new/deep/b.txt")
    try watched.write(".git/c.txt")
    try watched.folder.write("tin", to: "aside/d.txt")
    try FileManager.default.moveItem(
      atPath: watched.folder.path + "/aside", toPath: watched.path("moved"))
    #expect(watched.arrivals(3) == ["moved/d.txt", "new/deep/b.txt", "sub/a.txt"])
    try watched.write("new/deep/e.txt")
    try watched.write("moved/f.txt")
    #expect(watched.arrivals(2) == ["moved/f.txt", "new/deep/e.txt"])
  }

  @Test("hears no more of a folder that was moved away")
  func moved() throws {
    var watched = try Watched(["sub/old.txt"])
    try FileManager.default.moveItem(
      atPath: watched.path("sub"), toPath: watched.folder.path + "/aside")
    #expect(watched.arrivals(0) == [])
    try watched.folder.write("tin", to: "aside/a.txt")
    #expect(watched.arrivals(0) == [])
    #expect(watched.watch.folders == 1)
  }

  @Test("gives a file once, also under another name", arguments: ways)
  func once(_ every: Duration?) throws {
    var watched = try Watched(every: every)
    try watched.write("a.txt")
    #expect(watched.arrivals(1) == ["a.txt"])
    try FileManager.default.moveItem(atPath: watched.path("a.txt"), toPath: watched.path("b.txt"))
    #expect(watched.arrivals(0) == [])
    try watched.write("b.txt", "tin mới")
    #expect(watched.arrivals(1) == ["b.txt"])
  }

  @Test("takes what lies there where that is wanted", arguments: ways)
  func existing(_ every: Duration?) throws {
    var watched = try Watched(["a.txt", "sub/b.txt"], every: every, takesExisting: true)
    #expect(watched.arrivals(2) == ["a.txt", "sub/b.txt"])
  }

  @Test("gives one that lay there when it was written anew", arguments: ways)
  func anew(_ every: Duration?) throws {
    var watched = try Watched(["a.txt", "b.txt"], every: every)
    try watched.write("a.txt", "tin mới")
    #expect(watched.arrivals(1) == ["a.txt"])
  }

  @Test("waits until an empty file is filled", arguments: ways)
  func empty(_ every: Duration?) throws {
    var watched = try Watched(every: every)
    try watched.write("a.txt", "")
    #expect(watched.arrivals(0) == [])
    try watched.write("a.txt", "tin")
    #expect(watched.arrivals(1) == ["a.txt"])
  }

  @Test("gives links to files, which nobody closes")
  func links() throws {
    var watched = try Watched()
    try watched.folder.write("tin", to: "aside/a.txt")
    let manager = FileManager.default
    try manager.linkItem(
      atPath: watched.folder.path + "/aside/a.txt", toPath: watched.path("hard.txt"))
    #expect(watched.arrivals(1) == ["hard.txt"])
    try watched.folder.write("tin", to: "aside/b.txt")
    try manager.createSymbolicLink(
      atPath: watched.path("soft.txt"), withDestinationPath: "../aside/b.txt")
    #expect(watched.arrivals(1) == ["soft.txt"])
    // In a circle.
    try manager.createSymbolicLink(atPath: watched.path("round"), withDestinationPath: "..")
    #expect(watched.arrivals(0) == [])
  }

  @Test("is waited for when it is gone, and looked through when it is back", arguments: ways)
  func gone(_ every: Duration?) throws {
    var watched = try Watched(["old.txt"], every: every)
    let aside = watched.folder.path + "/aside"
    try FileManager.default.moveItem(atPath: watched.folder.path + "/wire", toPath: aside)
    #expect(watched.arrivals(0) == [])
    #expect(watched.notes == [.gone])
    try watched.folder.write("tin", to: "aside/a.txt")
    try FileManager.default.moveItem(atPath: aside, toPath: watched.folder.path + "/wire")
    #expect(watched.arrivals(1) == ["a.txt"])
    #expect(watched.notes == [.gone, .back])
    try watched.write("b.txt")
    #expect(watched.arrivals(1) == ["b.txt"])
  }

  @Test("cannot be a file, or nothing")
  func none() throws {
    let folder = try TestFolder()
    try folder.write("tin", to: "a.txt")
    let options = FolderWatch.Options(endings: [".txt"])
    #expect(throws: Errno.notDirectory) {
      try FolderWatch(folder.path + "/a.txt", options, source: SilentFolders())
    }
    #expect(throws: Errno.noSuchFileOrDirectory) {
      try FolderWatch(folder.path + "/nix", options, source: SilentFolders())
    }
  }
}

#if os(Linux)
  /// Tells what inotify tells, but for what it tells first, in whose place it tells of an overflow;
  /// and lets no more folders be added than so many.
  private final class FaultyFolders: FolderEventSource, @unchecked Sendable {
    private let real: InotifyFolders
    private var loses: Bool
    private var room: Int

    init(loses: Bool = false, room: Int = .max) throws {
      real = try InotifyFolders()
      (self.loses, self.room) = (loses, room)
    }

    var tells: Bool { true }
    func remove(_ mark: FolderMark) { real.remove(mark) }
    func wake() { real.wake() }

    func add(_ folder: String) throws(Errno) -> FolderMark {
      if room == 0 { throw .noSpace }
      room -= 1
      return try real.add(folder)
    }

    func wait(_ time: Duration) -> [FolderEvent] {
      let events = real.wait(time)
      guard loses, !events.isEmpty else { return events }
      loses = false
      return [.overflow]
    }
  }

  @Suite("What the system tells of folders")
  struct FolderEventTests {
    @Test("may be too much for it: then all is looked through, and nothing is lost")
    func overflow() throws {
      var watched = try Watched(["new0/old.txt"], source: try FaultyFolders(loses: true))
      for number in 10..<40 { try watched.write("new\(number % 3)/\(number).txt") }
      let all = (10..<40).map { "new\($0 % 3)/\($0).txt" }.sorted()
      #expect(watched.arrivals(30) == all)
      try watched.write("new2/40.txt")
      #expect(watched.arrivals(1) == ["new2/40.txt"])
    }

    @Test("may be of no more folders: then they are looked through, and that is noted")
    func tooMany() throws {
      var watched = try Watched(source: try FaultyFolders(room: 1))
      try FileManager.default.createDirectory(
        atPath: watched.path("sub"), withIntermediateDirectories: true)
      #expect(watched.arrivals(0) == [])
      #expect(watched.notes == [.tooMany])
      watched.watch.every = .milliseconds(50)
      try watched.write("sub/a.txt")
      #expect(watched.arrivals(1) == ["sub/a.txt"])
    }

    @Test("is read whatever the bytes are")
    func bytes() {
      var random = SplitMix(seed: 7)
      for _ in 0..<5000 {
        let bytes = (0..<random.next(below: 80)).map { _ in UInt8(random.next(below: 256)) }
        _ = bytes.withUnsafeBytes { FolderEvent.events(in: $0) }
      }
    }

    @Test("knows shares of other machines by their file systems")
    func shares() {
      let mounts = """
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        36 22 0:45 / /mnt/desk rw - nfs4 server:/desk rw
        37 22 0:46 / /mnt/disk rw shared:9 - fuseblk /dev/sdb1 rw
        38 22 0:47 / /mnt/far rw shared:9 - fuse.sshfs an@far.example: rw

        """
      #expect(
        [0x801, 45, 46, 47, 48].map { ShareKind.isShare($0, in: mounts) } == [
          false, true, false, true, false,
        ])
      #expect(!ShareKind.isShare("/proc"))
    }
  }
#endif
