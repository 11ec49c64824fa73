import SystemPackage
import TestSupport
import Testing

@testable import Disk

@Suite("A folder that is written whole")
struct FolderBesideTests {
  private static let files: [FolderBeside.File] = [
    .init(name: "MANIFEST", bytes: Array("m".utf8)), .init(name: "texts/a1.txt", bytes: [0x61]),
  ]

  private static func write(_ path: String, _ calls: SystemCalls = .live) throws(WriteFailure) {
    try FolderBeside(calls).write(
      files, to: FilePath(path), permissions: FilePermissions(rawValue: 0o660),
      isOurs: { $0.contains("MANIFEST") })
  }

  @Test("Has its files and no others, and an older one of ours goes")
  func writes() throws {
    let folder = try TestFolder()
    try Self.write(folder.path + "/new")
    try folder.write("old", to: "new/texts/a2.txt")
    try Self.write(folder.path + "/new")
    #expect(try folder.names() == ["new"])
    #expect(try folder.text("new/texts/a1.txt") == "a")
    #expect((try? folder.text("new/texts/a2.txt")) == nil)
  }

  @Test("Leaves a folder of somebody else's, and a file, as they are", arguments: ["x/diary", "x"])
  func leaves(_ name: String) throws {
    let folder = try TestFolder()
    try folder.write("mine", to: name)
    #expect(throws: WriteFailure.self) { try Self.write(folder.path + "/x") }
    #expect(try folder.text(name) == "mine")
    #expect(try folder.names() == ["x"])
  }

  @Test("Whichever call fails, what was there is whole, and nothing else is left")
  func fails() throws {
    let folder = try TestFolder()
    try Self.write(folder.path + "/x")
    let fault = OneFault()
    let calls = fault.calls
    fault.count()
    try Self.write(folder.path + "/x", calls)
    let count = fault.count()
    #expect(count > 8)
    for number in 1...count {
      fault.fail(number, with: .ioError)
      try? Self.write(folder.path + "/x", calls)
      #expect(try folder.text("x/texts/a1.txt") == "a", "call \(number), \(fault.failed ?? "none")")
      fault.count()
    }
  }
}
