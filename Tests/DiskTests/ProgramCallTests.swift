import Disk
import TerminalText
import Testing

@Suite("Programs that are run")
struct ProgramCallTests {
  private func output(
    _ program: String, _ arguments: [String], _ input: [UInt8] = [], seconds: Int = 20,
    mostBytes: Int = 1 << 24
  ) throws(UserError) -> ProgramCall.Output {
    let result = input.withUnsafeBufferPointer { input in
      Result { () throws(UserError) in
        try ProgramCall(program, arguments).output(
          input: input, mostBytes: mostBytes, seconds: seconds, installing: "it", of: "a.pdf")
      }
    }
    return try result.get()
  }

  private func cause(_ body: () throws -> Void) -> ProgramFault.Cause? {
    do {
      try body()
      return nil
    } catch { return ((error as? UserError)?.cause as? ProgramFault)?.cause }
  }

  @Test("What goes in comes out, whatever its size")
  func exchange() throws {
    for size in [0, 1, 5_000_000] {
      let input = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      #expect(try output("cat", [], input).bytes == input)
    }
  }

  @Test("Its complaint and its status are told")
  func complaint() throws {
    #expect(try output("sh", ["-c", "echo out; echo no >&2"]).told == "no\n")
    let cause = cause { _ = try output("sh", ["-c", "echo no >&2; exit 3"]) }
    #expect(cause == .failed(status: 3, told: "no\n"))
  }

  @Test("A program that reads nothing of a large input does no harm")
  func deaf() throws {
    #expect(try output("true", [], [UInt8](repeating: 1, count: 3_000_000)).bytes.isEmpty)
  }

  @Test("Programs that are started at one time do not wait for each other")
  func together() async {
    let sizes = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<12 {
        group.addTask {
          (try? output("cat", [], [UInt8](repeating: 1, count: 300_000)))?.bytes.count ?? 0
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sizes == [Int](repeating: 300_000, count: 12))
  }

  @Test("One that is not there, takes too long or writes too much is an error")
  func failures() {
    #expect(cause { _ = try output("no-such-program-7", []) } == .missing(package: "it"))
    #expect(cause { _ = try output("sleep", ["30"], seconds: 1) } == .tooLate(1))
    #expect(cause { _ = try output("yes", [], mostBytes: 1000) } == .tooLong(1000))
  }
}
