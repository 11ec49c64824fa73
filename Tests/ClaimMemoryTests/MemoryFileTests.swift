import ClaimMemory
import ClaimModel
import Disk
import SystemPackage
import TerminalText
import TestSupport
import Testing

@Suite("A memory's file") struct MemoryFileTests {
  private static let bytes: [UInt8] = {
    var builder = MemoryBuilder()
    _ = GeneratedClaims.fill(sessions: 3, claims: 20, questions: 1, seed: 1) { builder.add($0) }
    return (try? builder.bytes(for: "m")) ?? []
  }()

  @Test("that is cut off says so and what to do, wherever it is cut")
  func cut() throws {
    let folder = try TestFolder()
    for length in stride(from: 0, to: Self.bytes.count, by: 97) {
      let path = try folder.write(Array(Self.bytes.prefix(length)), to: "cut.memory")
      let error = #expect(throws: UserError.self) { try ClaimMemory(path) }
      let message = error?.message
      #expect(message?.headline.contains("'\(path)'") == true, "\(length)")
      #expect(message?.details.first?.contains("memory rebuild") == true, "\(length)")
      #expect(error?.status == .badData)
    }
  }

  @Test("with one changed byte is found out, and nothing of it traps")
  func changed() throws {
    let folder = try TestFolder()
    var random = SplitMix(seed: 5)
    for _ in 0..<300 {
      var bytes = Self.bytes
      let at = random.next(below: bytes.count)
      bytes[at] ^= UInt8(1 << random.next(below: 8))
      let path = try folder.write(bytes, to: "changed.memory")
      #expect(throws: UserError.self, "byte \(at)") { try ClaimMemory(path, verifying: true) }
      guard let memory = try? ClaimMemory(path) else { continue }
      let asked = claim("Vụ cháy nhà kho ở Vân Sa làm 12 người chết.", figures: [(12, "")])
      _ = try? memory.recollections(of: asked)
      for place in 0..<memory.claimCount { _ = try? memory.claim(at: place) }
    }
  }

  @Test(
    "of another kind is told by what it is",
    arguments: [
      ("{\"format\": \"theo-session\"}", "is not a memory of claims"),
      ("THEOMEM\u{9}" + String(repeating: "x", count: 100), "a newer theo wrote"),
      ("THEO", "it ends within its first line"),
    ])
  func others(text: String, words: String) throws {
    let folder = try TestFolder()
    let path = try folder.write(text, to: "x")
    let error = #expect(throws: UserError.self) { try ClaimMemory(path) }
    #expect(error?.message.headline.contains(words) == true)
  }

  @Test("that is not there says how to make it")
  func missing() throws {
    let error = #expect(throws: UserError.self) { try ClaimMemory("/nowhere/claims.memory") }
    #expect(error?.status == .noInput)
    #expect(error?.message.details == ["memory add SESSIONS… takes in what was checked in them"])
  }

  @Test("that is replaced leaves those who read it what they had")
  func readers() throws {
    let folder = try TestFolder()
    let path = try folder.write(Self.bytes, to: "m")
    let reader = try ClaimMemory(path, verifying: true)
    let first = try reader.claim(at: 0)
    let file = try FileBeside(of: FilePath(path))
    try file.write(try MemoryBuilder().bytes(for: path))
    #expect(try ClaimMemory(path).claimCount == 60)
    try file.put()
    #expect(try ClaimMemory(path, verifying: true).claimCount == 0)
    #expect(reader.claimCount == 60)
    #expect(try reader.claim(at: 0) == first)
    #expect(try reader.recollections(of: first.asked, limit: 1).count == 1)
  }

  @Test("is the same for the same claims")
  func same() throws {
    var builder = MemoryBuilder()
    _ = GeneratedClaims.fill(sessions: 3, claims: 20, questions: 1, seed: 1) { builder.add($0) }
    #expect(try builder.bytes(for: "m") == Self.bytes)
  }
}
