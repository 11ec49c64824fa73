import ClaimModel
import FactStore
import Sessions
import TestSupport
import Testing

@Suite("Operations as lines")
struct OperationLineTests {
  @Test("An operation is one line that holds all it needs")
  func writesOneLine() throws {
    let store = try Sample.store([.load([Sample.loadedPort]), Sample.actions[4], .undo(steps: 1)])
    var writer = OperationLineWriter()
    let lines = store.log.map { String(decoding: writer.line($0), as: UTF8.self) }
    #expect(lines.allSatisfy { $0.hasSuffix("}\n") && $0.count { $0 == "\n" } == 1 })
    #expect(lines[0].contains(#""text":"Port reopens."#))
    #expect(
      lines[2] == #"{"action":"undo","digest":"\#(store.log[2].digest)","#
        + #""hash":"\#(writer.head)","number":3,"steps":1,"#
        + #""time":"2024-01-05T09:02:00Z","user":"an"}"# + "\n")
  }

  @Test("Lines give the operations that were written, from the start or from the middle")
  func roundTrips() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<20 {
      let store = random.store(operations: 2 + random.next(below: 30))
      let start = random.next(below: store.log.count)
      var known = FactStore(catalogue: Sample.catalogue)
      for logged in store.log[..<start] { _ = try known.apply(logged.operation) }
      var writer = OperationLineWriter(after: known.log)
      var reader = OperationLineReader(after: known, head: writer.head)
      for logged in store.log[start...] {
        let recorded = try reader.operation(writer.line(logged))
        #expect(recorded.number == logged.number)
        #expect(recorded.isChained)
        let isSame = recorded.operation == logged.operation
        #expect(isSame)
        _ = try known.apply(recorded.operation)
        #expect(known.digest == recorded.digest)
      }
    }
  }

  @Test("A torn line is an error, and the reader goes on with the whole one")
  func survivesTornLine() throws {
    let store = try Sample.store()
    var writer = OperationLineWriter()
    let line = writer.line(store.log[0])
    var reader = OperationLineReader()
    for length in stride(from: 0, to: line.count - 2, by: 50) {
      #expect(throws: OperationLineError.self) { try reader.operation(Array(line[..<length])) }
    }
    #expect(try reader.operation(line).operation.user == "an")
    #expect(throws: OperationLineError.self) { try reader.operation(line) }
  }
}
