import ClaimModel
import FactStore
import Foundation
import JSONText
import Sessions
import SystemPackage
import TestSupport
import Testing

@Suite("The hash chain")
struct ChainTests {
  private func opened(_ text: String) throws -> OpenedSession {
    try OpenedSession(try SessionDocument(Array(text.utf8), path: "s.json"), path: "s.json")
  }

  /// Changes to the sample, and the operation at which each breaks the chain.
  private static let edits: [(old: String, new: String, operation: Int)] = [
    (#""time": "2024-01-05T09:00:00Z""#, #""time": "2024-01-05T09:00:01Z""#, 1),
    (#""user": "an""#, #""user": "binh""#, 1),
    (#""note": "Tân Hoa Xã: 11","#, #""note": "Tân Hoa Xã: 12","#, 2),
    (#""note": "Tân Hoa Xã: 11","#, #""mood": "calm", "note": "Tân Hoa Xã: 11","#, 2),
    (#""sources": ["reuters"]"#, #""sources": ["Reuters"]"#, 3),
    (#""reliability": "B""#, #""reliability": "A""#, 5),
    (#""steps": 1"#, #""steps": 2"#, 6),
  ]

  @Test("Whatever is changed in an operation breaks the chain there", arguments: edits)
  func tellsEdit(old: String, new: String, operation: Int) throws {
    #expect(SampleFile.text.contains(old))
    let opened = try opened(SampleFile.text.replacing(old, with: new, maxReplacements: 1))
    #expect(opened.findings.contains(.chainBroken(operation: operation)))
    #expect(opened.findings.count { if case .chainBroken = $0 { true } else { false } } == 1)
    #expect(opened.findings.contains { $0.isBreak })
  }

  @Test("An operation that was taken out breaks the chain behind it, whatever the numbers say")
  func tellsMissing() throws {
    let action = try #require(SampleFile.text.range(of: #""action": "annotate-source""#))
    let start = try #require(
      SampleFile.text[..<action.lowerBound].range(of: "    {\n", options: .backwards)
    ).lowerBound
    let end = try #require(SampleFile.text[start...].range(of: "},\n")).upperBound
    var text = SampleFile.text
    text.removeSubrange(start..<end)
    text = text.replacing(#""number": 6"#, with: #""number": 5"#)
    #expect(try opened(text).findings.contains(.chainBroken(operation: 5)))
  }

  @Test("A broken chain stays visible in the file that is saved from it")
  func staysBroken() throws {
    let changed = SampleFile.text.replacing("Tân Hoa Xã: 11", with: "Tân Hoa Xã: 12")
    let opened = try opened(changed)
    let again = SessionDocument.bytes(of: opened.store, carrying: opened.carriedOver, theo: "1.0")
    let reopened = try self.opened(String(decoding: again, as: UTF8.self))
    #expect(reopened.findings == opened.findings)
  }

  @Test("Unknown members of operations and articles are kept, and the chain holds over them")
  func keepsUnknownMembers() throws {
    var text = SampleFile.text.replacing(
      #""id": "a1","#, with: #""desk": "Huế", "id": "a1","#, maxReplacements: 1)
    text = text.replacing(#""steps": 1,"#, with: #""mood": ["calm"], "steps": 1,"#)
    let first = try opened(text)
    #expect(first.findings == [.chainBroken(operation: 6)])
    var carried = first.carriedOver
    carried.recordedHashes = [:]
    let bytes = SessionDocument.bytes(of: first.store, carrying: carried, theo: "1.0")
    let written = String(decoding: bytes, as: UTF8.self)
    #expect(written.contains(#""desk": "Huế""#))
    #expect(written.contains(#""mood": ["calm"]"#))
    #expect(try opened(written).findings.isEmpty)
  }

  @Test("A document of version 1 gets its chain when it is read, and says so")
  func migrates() throws {
    let lines = SampleFileTwo.text.split(separator: "\n", omittingEmptySubsequences: false)
    let old = lines.filter { !$0.contains(#""hash":"#) }.joined(separator: "\n")
      .replacing(#""version": 2"#, with: #""version": 1"#)
    let opened = try opened(old)
    #expect(opened.findings == [.migrated(from: 1)])
    #expect(!opened.findings[0].isBreak)
    let bytes = SessionDocument.bytes(of: opened.store, carrying: opened.carriedOver, theo: "1.0")
    #expect(String(decoding: bytes, as: UTF8.self) == SampleFile.text)
  }

  @Test("A hash that is missing or is none is named")
  func tellsNoHash() throws {
    let parts = SampleFile.text.split(separator: #""operations": ["#, maxSplits: 1)
    let text =
      parts[0] + #""operations": ["#
      + parts[1].replacing(#""hash": ""#, with: #""hash": "x"#, maxReplacements: 1)
    let error = #expect(throws: SessionError.self) { try opened(String(text)) }
    #expect(error?.description.contains("expected 64 hexadecimal digits") == true)
  }

  @Test("Other names give other states, and a chain that holds")
  func anonymises() throws {
    var random = SplitMix(seed: 5)
    for _ in 0..<10 {
      let store = random.store(operations: 40)
      let anonymous = try Anonymiser.anonymised(store)
      #expect(anonymous.log.count == store.log.count)
      #expect(anonymous.log.allSatisfy { $0.operation.user.hasPrefix("person ") })
      #expect(anonymous.tally[.unchecked] == store.tally[.unchecked])
      let bytes = SessionDocument.bytes(of: anonymous, theo: "1.0")
      let opened = try OpenedSession(try SessionDocument(bytes, path: "s.json"), path: "s.json")
      #expect(opened.findings.isEmpty)
    }
  }

  @Test("A session of operations alone opens with its stories, and names those it misses")
  func compact() throws {
    let store = try Sample.store()
    let bytes = SessionDocument.bytes(of: store, form: .operations, theo: "1.0")
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Khói bốc cao.\\n"))
    let error = #expect(throws: SessionError.self) {
      try SessionDocument(bytes, path: "s.json")
    }
    #expect(error?.description.contains("'cang-van-sa.txt' (SHA-256 cd22bdaefe8d…)") == true)
    var story = Sample.loadedFire
    story.article.name = "elsewhere/fire.txt"
    let given = [story.textSHA256: story]
    let opened = try OpenedSession(
      try SessionDocument(bytes, path: "s.json", given: given), path: "s.json")
    #expect(opened.findings.isEmpty)
    #expect(opened.store.log == store.log)
  }

  @Test("Stories in which other claims are found now are refused: numbers would mean others")
  func compactWithOtherClaims() throws {
    let bytes = SessionDocument.bytes(of: try Sample.store(), form: .operations, theo: "1.0")
    var story = Sample.loadedFire
    story.claims = PackedClaims(story.claims.reversed())
    let given = [story.textSHA256: story]
    let error = #expect(throws: SessionError.self) {
      let document = try SessionDocument(bytes, path: "s.json", given: given)
      _ = try OpenedSession(document, path: "s.json")
    }
    #expect(error?.kind == .storiesReadDifferently(operation: 1))
  }
}
