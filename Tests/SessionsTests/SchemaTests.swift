import FactStore
import Foundation
import Sessions
import TestSupport
import Testing

@Suite(
  "The JSON Schema",
  .enabled(if: IndependentValidator.isThere, "needs python3 with its module jsonschema"))
struct SchemaTests {
  private static let sessions = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("sessions")

  @Test("Every shipped session is valid")
  func shipped() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.sessions.path)
      .filter { $0.hasSuffix(".json") }
    #expect(names.count >= 3)
    var files = [String: [UInt8]]()
    for name in names {
      files[name] = Array(try Data(contentsOf: Self.sessions.appendingPathComponent(name)))
    }
    #expect(try IndependentValidator.invalid(files) == [:])
  }

  @Test("Every session of random operations is valid, whole and without its stories")
  func generated() throws {
    var random = SplitMix(seed: 17)
    var files = ["empty": SessionDocument.bytes(of: FactStore(), theo: "1.0")]
    for number in 1...12 {
      let store = random.store(operations: 5 + random.next(below: 40))
      files["whole \(number)"] = SessionDocument.bytes(of: store, theo: "1.0")
      files["compact \(number)"] = SessionDocument.bytes(of: store, form: .operations, theo: "1.0")
    }
    #expect(try IndependentValidator.invalid(files) == [:])
  }

  @Test("Sessions that are broken are not")
  func broken() throws {
    let breaks: [(old: String, new: String)] = [
      (#""version": 3"#, #""version": 1"#), (#""version": 3"#, #""version": "2""#),
      (#""format": "theo-session""#, #""format": "theo""#),
      (#""action": "annotate","#, #""action": "anotate","#),
      (#""credibility": 3,"#, #""credibility": 7,"#), (#""user": "an""#, #""usr": "an""#),
      (#""hash": ""#, #""hash": "x"#), (#""title": [0, 22]"#, #""title": [0]"#),
      (#""title": [0, 22]"#, #""title": [0, -1]"#), (#""title": [0, 22]"#, #""title": [0, 1, 2]"#),
      (#""language": "vi""#, #""language": "fr""#), (#""steps": 1"#, #""steps": 0"#),
      (#""claims": ["c2"]"#, #""claims": ["2"]"#), (#""claims": ["c2"]"#, #""claims": []"#),
      (#""time": "2024-01-05T09:00:00Z""#, #""time": "today""#),
      (#""role": "reported-by","#, ""), (#""id": "a1","#, ""), (#""theo": "1.0","#, ""),
      (#""verdicts": {"half-true": 1"#, #""verdicts": {"halftrue": 1"#),
      (#""end": {"#, #""end": 3, "fin": {"#), (#""operations": 6"#, #""operations": -6"#),
      (#""state": {"#, #""stat": {"#), (#""resolved": ["#, #""resolved": [1, "#),
      (#""text": "Cháy lớn ở"#, #""words": "Cháy lớn ở"#),
    ]
    var files = ["sound": Array(SampleFile.text.utf8)]
    for (number, change) in breaks.enumerated() {
      #expect(SampleFile.text.contains(change.old))
      let text = SampleFile.text.replacing(change.old, with: change.new, maxReplacements: 1)
      files["\(number): \(change.new)"] = Array(text.utf8)
    }
    let invalid = try IndependentValidator.invalid(files)
    #expect(Set(invalid.keys) == Set(files.keys).subtracting(["sound"]))
  }

  @Test("The chain is that which another program computes")
  func chain() throws {
    var files = ["sample": Array(SampleFile.text.utf8)]
    for name in ["cang-van-sa", "song-trang", "van-sa-port-fire"] {
      let file = Self.sessions.appendingPathComponent(name + ".json")
      files[name] = Array(try Data(contentsOf: file))
    }
    #expect(try IndependentValidator.brokenChains(files) == [:])
    let edited = SampleFile.text.replacing("Tân Hoa Xã: 11", with: "Tân Hoa Xã: 12")
    #expect(
      try IndependentValidator.brokenChains(["edited": Array(edited.utf8)])
        == ["edited": "operation 2"])
  }
}
