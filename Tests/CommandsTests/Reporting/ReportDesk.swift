import Foundation
import TestSupport

@testable import Commands
@testable import Desk
@testable import Presentation

/// A desk with work done on it by two people, and reports of it in a folder.
struct ReportDesk {
  var desk: Desk
  let folder: TestFolder

  /// Two stories with verdicts, grades, notes, evidence and a dispute.
  init() throws {
    folder = try TestFolder()
    desk = testDesk(TestStory.both)
    run("annotate c2 --verdict true --evidence https://example.org/cau --note 'ask Zedekiah again'")
    run("set user zedekiah")
    run("annotate c2 --verdict false --credibility 4 --tag later-zedekiah")
    run("annotate c4 --verdict misleading --evidence /home/zedekiah/nuoc.pdf")
    run("annotate c6 --verdict half-true")
    run("undo")
    run("annotate source AFP --reliability B --note 'zedekiah trusts them'")
    run("query save zedekiahs verdict:false")
    run("set user an")
    run("annotate c5 --verdict unverifiable")
  }

  @discardableResult
  mutating func run(_ line: String) -> Ran { ran(folder.filled(line), on: &desk, width: 100) }

  /// Every file of a report and of its folder, by path.
  func files(_ report: String) throws -> [String: [UInt8]] {
    var found = [
      report: Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + report)))
    ]
    let beside = URL(fileURLWithPath: folder.path + "/" + report + ".verify")
    for path in try FileManager.default.subpathsOfDirectory(atPath: beside.path) {
      let url = beside.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { found[path] = Array(try Data(contentsOf: url)) }
    }
    return found
  }
}
