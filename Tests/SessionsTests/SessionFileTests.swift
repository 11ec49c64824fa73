import FactStore
import Foundation
import Sessions
import SystemPackage
import Testing

@testable import Disk

@Suite("Session files on disk")
struct SessionFileTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> FilePath { FilePath(folder.file(name)) }

  @Test("A session is saved, and opened as it was")
  func savesAndOpens() throws {
    defer { folder.remove() }
    let file = SessionFile(theo: "1.0")
    let store = try Sample.store()
    try file.save(store, to: path("s.json"))
    #expect(folder.text(of: "s.json") == SampleFile.text)
    #expect(try folder.names() == ["s.json"])
    let opened = try file.open(path("s.json"))
    #expect(opened.store.digest == store.digest)
    #expect(opened.findings.isEmpty)
  }

  @Test("The old file's permissions are kept, and a link stays a link")
  func keepsPermissionsAndLinks() throws {
    defer { folder.remove() }
    try folder.write("old", to: "s.json")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder.file("s.json"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.json"), withDestinationPath: "s.json")
    try SessionFile(theo: "1.0").save(try Sample.store(), to: path("link.json"))
    #expect(folder.text(of: "s.json") == SampleFile.text)
    #expect(try folder.permissions(of: "s.json") == 0o640)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link.json"))
        == "s.json")
    #expect(try folder.names() == ["link.json", "s.json"])
  }

  @Test("A temporary file that an earlier crash left is not touched")
  func avoidsLeftovers() throws {
    defer { folder.remove() }
    let leftover = ".theo-\(ProcessInfo.processInfo.processIdentifier)-0.tmp"
    try folder.write("left", to: leftover)
    try SessionFile(theo: "1.0").save(try Sample.store(), to: path("s.json"))
    #expect(folder.text(of: leftover) == "left")
    #expect(try folder.names() == [leftover, "s.json"])
  }

  @Test("What is no file to save in or to open is refused by name")
  func refusesPlaces() throws {
    defer { folder.remove() }
    let file = SessionFile(theo: "1.0")
    let store = try Sample.store()
    try folder.write("old", to: "s.json")
    let inFile = #expect(throws: SessionError.self) {
      try file.save(store, to: path("s.json/x.json"))
    }
    #expect(inFile?.description.contains("a part of the path is a file") == true)
    let asFolder = #expect(throws: SessionError.self) {
      try file.save(store, to: FilePath(folder.path))
    }
    #expect(
      asFolder?.description == "cannot save '\(folder.path)': it is a folder. Name a file in it. "
        + "What was there is as it was")
    let nowhere = #expect(throws: SessionError.self) {
      try file.save(store, to: path("none/x.json"))
    }
    #expect(nowhere?.description.contains("no such file or folder") == true)
    let device = #expect(throws: SessionError.self) { try file.save(store, to: "/dev/null") }
    #expect(device?.description.contains("it is no ordinary file") == true)
    let missing = #expect(throws: SessionError.self) { try file.open(path("none.json")) }
    #expect(
      missing?.description
        == "cannot open '\(folder.file("none.json"))': no such file or folder")
    let opened = #expect(throws: SessionError.self) { try file.open(FilePath(folder.path)) }
    #expect(opened?.kind == .cannotRead(.isDirectory))
    #expect(folder.text(of: "s.json") == "old")
    #expect(try folder.names() == ["s.json"])
  }

  @Test(
    "A disk that fails at any step leaves the old file as it was and nothing behind",
    arguments: DiskFault.allCases)
  func survivesFaults(fault: DiskFault) throws {
    defer { folder.remove() }
    try folder.write("old", to: "s.json")
    let file = SessionFile(theo: "1.0", calls: fault.calls)
    let error = #expect(throws: SessionError.self) {
      try file.save(try Sample.store(), to: path("s.json"))
    }
    #expect(error?.description == "cannot save '\(folder.file("s.json"))': \(fault.words)")
    #expect(folder.text(of: "s.json") == (fault.isAfterRename ? SampleFile.text : "old"))
    #expect(try folder.names() == ["s.json"])
  }

  @Test("A disk that takes a few bytes at a time gets them all")
  func writesPiecemeal() throws {
    defer { folder.remove() }
    var calls = SystemCalls.live
    let write = calls.write
    calls.write = { file, bytes throws(Errno) in
      try write(file, UnsafeRawBufferPointer(rebasing: bytes.prefix(7)))
    }
    try SessionFile(theo: "1.0", calls: calls).save(try Sample.store(), to: path("s.json"))
    #expect(folder.text(of: "s.json") == SampleFile.text)
  }

  @Test("A disk that fails while a session is read is named")
  func tellsReadFault() throws {
    defer { folder.remove() }
    try folder.write(SampleFile.text, to: "s.json")
    var calls = SystemCalls.live
    calls.read = { _, _ throws(Errno) in throw .ioError }
    let error = #expect(throws: SessionError.self) {
      try SessionFile(theo: "1.0", calls: calls).open(path("s.json"))
    }
    #expect(error?.kind == .cannotRead(.ioError))
  }
}
