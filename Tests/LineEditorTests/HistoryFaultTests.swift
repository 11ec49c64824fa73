import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import LineEditor

/// Every call by which the history reaches the disk fails once; and files that are none.
@Suite("A history on a failing disk")
struct HistoryFaultTests {
  private let path =
    FileManager.default.temporaryDirectory.path + "/theo-\(UUID().uuidString)/history.jsonl"
  private let fault = OneFault()

  private var file: HistoryFile { HistoryFile(path: path, calls: fault.calls) }
  private var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  private static let before = "{\"line\":\"một\"}\n{\"line\":\"hai\"}"

  /// Two lines, the last one torn by a crash, or none in no folder.
  private func start(_ isThere: Bool) throws {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.removeItem(atPath: folder)
    guard isThere else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(Self.before.utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test(
    "is as it was or has the line whole; what failed is told, kept, and written when that is over",
    arguments: OneFault.errors, [true, false])
  func appends(error: Errno, isThere: Bool) throws {
    try start(isThere)
    _ = fault.count()
    try file.append("ba")
    let whole = text
    let calls = fault.count()
    var failed = Set<String>()
    for call in 1...calls {
      try start(isThere)
      var history = History(file: HistoryFile(path: path))
      #expect(history.problem == nil)
      history = History(file: file)
      fault.fail(call, with: error)
      history.add("ba")
      let name = try #require(fault.failed)
      failed.insert(name)
      if error == .interrupted { #expect(history.problem == nil, "\(name)") }
      if history.problem == nil {
        #expect(text == whole, "\(name)")
      } else {
        // Of close(2) alone the line is there all the same.
        #expect(text == (name == "close" ? whole : isThere ? Self.before : ""), "\(name)")
        let told = history.problem.map { "\($0)" } ?? ""
        #expect(told.contains("the history '\(path)' cannot be written"), "\(name)")
        #expect(told.hasSuffix(error.description), "\(name): \(told)")
      }
      history.add("bốn")
      #expect(history.problem == nil, "\(name)")
      #expect(history.lines.suffix(2) == ["ba", "bốn"], "\(name)")
      #expect(try HistoryFile(path: path).newest(9).strings.suffix(2) == ["ba", "bốn"], "\(name)")
    }
    #expect(failed.isSuperset(of: ["open", "fstat", "flock", "write", "close"]))
  }

  @Test("is read whole or told", arguments: OneFault.errors)
  func reads(error: Errno) throws {
    try start(true)
    _ = fault.count()
    _ = try file.newest(9)
    for call in 1...fault.count() {
      fault.fail(call, with: error)
      let history = History(file: file)
      let name = try #require(fault.failed)
      if history.problem == nil {
        #expect(history.lines == ["một", "hai"], "\(name)")
      } else {
        #expect(error != .interrupted, "\(name)")
        #expect("\(history.problem.map { "\($0)" } ?? "")".contains("'\(path)' cannot be read"))
      }
      #expect(text == Self.before)
    }
  }

  @Test("A pipe in its place is told and not waited for")
  func pipe() throws {
    try start(true)
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    var history = History(file: HistoryFile(path: path))
    #expect(
      history.problem.map { "\($0)" }
        == "the history '\(path)' cannot be read, earlier lines are missing: "
        + "it is a pipe or a folder, expected an ordinary file")
    history.add("một")
    #expect(history.lines == ["một"])
    #expect(history.problem.map { "\($0)".contains("cannot be written") } == true)
  }

  @Test("A device in its place keeps nothing, and a file that is linked keeps its permissions")
  func links() throws {
    try start(true)
    let device = (path as NSString).deletingLastPathComponent + "/null"
    try FileManager.default.createSymbolicLink(atPath: device, withDestinationPath: "/dev/null")
    let before = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    var history = History(file: HistoryFile(path: device))
    history.add("một")
    #expect(history.problem == nil)
    #expect(history.lines == ["một"])
    let after = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(
      before[.posixPermissions] as? Int == after[.posixPermissions] as? Int)
    for mode in [0o644, 0o640, 0o600] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let link = (path as NSString).deletingLastPathComponent + "/link-\(mode)"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      try HistoryFile(path: link).append("ba")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
  }
}
