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

/// Every system call of a save, and of the lock before it, fails once in every way.
@Suite("A save whose disk fails once")
struct SaveFaultTests {
  private let folder: TestFolder
  private let disk = OneFault()

  init() throws { folder = try TestFolder() }

  private func desk(calls: SystemCalls = .live) throws -> Desk {
    let protection = SessionProtection(
      calls: calls, host: { "desk-3" }, process: 7, stateFolder: nil, journals: true)
    var desk = Desk(
      surroundings: Surroundings(
        now: { Timestamp(seconds: 1_773_824_400) }, user: "an", protection: protection))
    try desk.perform(.load(TestStory.both.map { $0.1.loaded(as: $0.0) }))
    return desk
  }

  @Test(
    "leaves the old file or the new one, says which file and why, and is done again at once",
    arguments: [
      (Errno.noSpace, "the disk is full"), (.diskQuotaExceeded, "the disk is full"),
      (.ioError, "the disk reports an error"), (.interrupted, "interrupted"),
    ], [false, true])
  func fails(fault: (error: Errno, words: String), isNew: Bool) throws {
    let path = folder.path + "/s.json"
    var hits = Set<String>()
    for call in 1... {
      var desk = try desk(calls: disk.calls)
      if !isNew { #expect(ran("save \(path)", on: &desk).status == .done) }
      _ = ran("annotate c2 --verdict true", on: &desk)
      let old = isNew ? nil : try folder.text("s.json")
      disk.fail(call, with: fault.error)
      let saved = ran("save \(path)", on: &desk)
      let hit = disk.failed
      disk.count()
      let there = try? folder.text("s.json")
      if saved.status != .done {
        #expect(saved.status == .cannotWrite, "\(hit ?? "")")
        #expect(saved.messages.contains("'\(path)'"), "\(hit ?? ""): \(saved.messages)")
        let isConfirmed = !saved.messages.contains("does not confirm it")
        #expect(!isConfirmed || saved.messages.contains(fault.words), "\(saved.messages)")
        #expect(!isConfirmed || there == old, "\(hit ?? "")")
        #expect(desk.isUnsaved)
      }
      let again = ran("annotate c2 --verdict false; save \(path)", on: &desk)
      #expect(again.status == .done, "after \(hit ?? "") \(again.messages)")
      desk.close(keepsJournal: false)
      let store = try SessionFile(theo: "1.0").open(FilePath(path)).store
      #expect(store.claim(ClaimID(2))?.verdict == .false)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      // A journal that could not be removed is known to be saved when the session is opened.
      #expect(left == ["s.json"] || hit == "unlink", "\(hit ?? "")")
      for name in left { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
      guard let hit else { break }
      hits.insert(hit)
    }
    #expect(hits.isSuperset(of: ["creat", "write", "fsync", "close", "rename", "fstat"]))
  }
}
