import ClaimModel
import FactStore
import JSONText
import Sessions
import SystemPackage
import Testing

@Suite("The session document")
struct SessionDocumentTests {
  @Test("A small session is written as people can read it")
  func writesSample() throws {
    #expect(String(decoding: try Sample.bytes(), as: UTF8.self) == SampleFile.text)
  }

  @Test("A session without operations is written and read")
  func writesEmpty() throws {
    let bytes = SessionDocument.bytes(of: FactStore(), theo: "1.0")
    let opened = try OpenedSession(try SessionDocument(bytes, path: "s.json"), path: "s.json")
    #expect(opened.store.log.isEmpty)
    #expect(opened.findings.isEmpty)
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"""
        {
          "articles": [],
          "end": {
            "hash": "216d645e289b618dda823ac4ec17f49812fa01aa461fd3e5416f6923af323f2b",
            "head": "0000000000000000000000000000000000000000000000000000000000000000",
            "operations": 0
          },
          "format": "theo-session",
          "operations": [],
          "state": {
            "digest": "0000000000000000000000000000000000000000000000000000000000000000",
            "verdicts": {}
          },
          "theo": "1.0",
          "version": 3
        }

        """#)
  }

  @Test("What is read is what was written, and is written the same again")
  func roundTrips() throws {
    let store = try Sample.store([.load([Sample.loadedPort])] + Sample.actions)
    let bytes = SessionDocument.bytes(of: store, theo: "1.0")
    let document = try SessionDocument(bytes, path: "s.json")
    #expect(document.writtenBy == "1.0")
    #expect(document.articles == [Sample.loadedPort, Sample.loadedFire])
    #expect(document.operations.map(\.operation) == store.log.map(\.operation))
    let opened = try OpenedSession(document, path: "s.json")
    #expect(opened.findings.isEmpty)
    #expect(opened.store.digest == store.digest)
    #expect(opened.store.log == store.log)
    #expect(SessionDocument.bytes(of: opened.store, theo: "1.0") == bytes)
  }

  @Test("Members that this version does not know are kept")
  func keepsUnknownMembers() throws {
    let text = SampleFile.text.replacing(
      #""format": "theo-session","#,
      with: #""desk": {"city": "Huế", "shift": [1, 2]}, "format": "theo-session","#)
    let document = try SessionDocument(Array(text.utf8), path: "s.json")
    let opened = try OpenedSession(document, path: "s.json")
    let again = SessionDocument.bytes(of: opened.store, carrying: opened.carriedOver, theo: "1.0")
    let written = String(decoding: again, as: UTF8.self)
    #expect(written.contains("  \"desk\": {\"city\": \"Huế\", \"shift\": [1, 2]},\n  \"end\""))
  }

  @Test("What was known of sources is kept, whatever the list of agencies says later")
  func keepsCatalogue() throws {
    let later = SourceCatalogue([
      Source(name: "AFP", kind: .agency, aliases: ["hãng tin AFP"], country: "FR"),
      Source(name: "Sở Cứu hỏa", kind: .government, aliases: ["Sở Cứu hỏa Vân Sa"]),
      Source(name: "Tân Hoa Xã", kind: .agency, aliases: ["Xinhua"]),
    ])
    let document = try SessionDocument(try Sample.bytes(), path: "s.json")
    var opened = try OpenedSession(document, catalogue: later, path: "s.json")
    #expect(opened.findings.isEmpty)
    _ = try opened.store.apply(
      Operation(
        user: "an", time: Timestamp(seconds: 1_704_500_000),
        action: .attribute(claims: [ClaimID(1)], sources: ["xinhua"], role: .reportedBy)))
    #expect(opened.store.source(named: "Xinhua")?.name == "Tân Hoa Xã")
    let again = SessionDocument.bytes(of: opened.store, theo: "1.1")
    let reopened = try OpenedSession(try SessionDocument(again, path: "s.json"), path: "s.json")
    #expect(reopened.findings.isEmpty)
    #expect(reopened.store.digest == opened.store.digest)
  }

  @Test("A text that was changed by other hands is told, and stays told after saving")
  func tellsChangedText() throws {
    let changed = SampleFile.text.replacing(
      "hơn 40 người bị thương hôm 5/1. K", with: "hơn 90 người bị thương hôm 5/1. K")
    let document = try SessionDocument(Array(changed.utf8), path: "s.json")
    var opened = try OpenedSession(document, path: "s.json")
    #expect(
      opened.findings.map(\.description) == [
        "the text of a1 'cang-van-sa.txt' is not the one that was saved",
        "operation 1 does not lead to the state that was saved (expected 177364de5c1a…, "
          + "found \(opened.store.log[0].digest.description.prefix(12))…)",
      ])
    _ = try opened.store.apply(
      Operation(user: "b", time: Timestamp(seconds: 1_704_500_000), action: .undo(steps: 1)))
    let again = SessionDocument.bytes(of: opened.store, carrying: opened.carriedOver, theo: "1.0")
    let reopened = try OpenedSession(try SessionDocument(again, path: "s.json"), path: "s.json")
    #expect(reopened.findings == opened.findings)
  }

  @Test("A recorded verdict that was changed by other hands is told with its operation")
  func tellsChangedOperation() throws {
    let changed = SampleFile.text.replacing(
      "\"verdict\": \"half-true\"\n    },", with: "\"verdict\": \"true\"\n    },")
    let document = try SessionDocument(Array(changed.utf8), path: "s.json")
    let opened = try OpenedSession(document, path: "s.json")
    #expect(opened.findings.first == .chainBroken(operation: 2))
    guard case .stateDiffers(operation: 2, _, _) = opened.findings.last else {
      Issue.record("expected a finding at operation 2, found \(opened.findings)")
      return
    }
    #expect(opened.findings.count == 2)
    #expect(opened.store.claim(ClaimID(1))?.verdict == .true)
  }

  @Test(
    "A session is told from a story",
    arguments: [
      (SampleFile.text, true), ("  {\"format\":\"theo-session\"}", true), ("", false),
      ("{\"id\":\"000001\",\"text\":\"theo-session\"}", false), ("Theo AFP", false), ("{", false),
    ])
  func tellsSessions(text: String, isSession: Bool) {
    #expect(SessionFile.isSession(Array(text.utf8)) == isSession)
  }
}
