import SystemPackage
import Testing

@testable import Disk

@Suite("Lines as they come through a pipe")
struct LineBlocksTests {
  /// A pipe that gives `text` in reads of at most `step` bytes.
  private func blocks(_ text: String, step: Int, size: Int) throws -> [String] {
    let lines = try self.lines(text, step: step, size: size)
    var blocks = [String]()
    while let block = try lines.next() {
      blocks.append("\(block.firstLine): " + String(decoding: block.bytes, as: UTF8.self))
    }
    return blocks
  }

  private func lines(_ text: String, step: Int, size: Int) throws -> LineBlocks {
    let (out, into) = try FileDescriptor.pipe()
    defer { try? into.close() }
    try into.writeAll(text.utf8)
    var calls = SystemCalls.live
    let read = calls.read
    calls.read = { file, buffer throws(Errno) in
      try read(file, UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(step)))
    }
    return LineBlocks(out, size: size, calls: calls)
  }

  @Test(
    "Where blocks end hangs on the bytes, not on how they come", arguments: [1, 2, 7, 1000])
  func same(step: Int) throws {
    let text = "one\ntwo\n\nthree\nfour"
    #expect(
      try blocks(text, step: step, size: 5) == ["1: one\ntwo\n", "3: \nthree\n", "5: four"])
    #expect(
      try blocks(text, step: step, size: 1)
        == ["1: one\n", "2: two\n", "3: \n", "4: three\n", "5: four"])
  }

  @Test("Nothing gives nothing")
  func empty() throws {
    #expect(try blocks("", step: 10, size: 1) == [])
    #expect(try lines("", step: 10, size: 1).head() == [])
  }

  @Test("The head is the first line with something in it, and stays to be given out")
  func head() throws {
    let lines = try lines("\n \nfirst\nsecond\n", step: 2, size: 1 << 17)
    #expect(try lines.head() == Array("\n \nfirst\n".utf8))
    #expect(try lines.next()?.bytes == Array("\n \nfirst\nsecond\n".utf8))
    #expect(try lines.next() == nil)
  }

  @Test("A line is given out before more is read")
  func early() throws {
    let (out, into) = try FileDescriptor.pipe()
    let lines = LineBlocks(out, size: 1)
    try into.writeAll("one\ntw".utf8)
    #expect(try lines.next()?.bytes == Array("one\n".utf8))
    try into.writeAll("o\n".utf8)
    #expect(try lines.next()?.bytes == Array("two\n".utf8))
    try into.close()
    #expect(try lines.next() == nil)
  }
}
