package import SystemPackage
import Synchronization
package import TerminalText

/// An open file or pipe in blocks of whole lines, as they come: no more of it is held than a block
/// and what was read behind it. Where blocks end hangs on the bytes alone, not on how they come.
package final class LineBlocks: Sendable {
  package struct Block: Sendable {
    package let bytes: [UInt8]
    /// Number of its first line, from 1.
    package let firstLine: Int
  }

  /// As much as tells the form of an input.
  private static let headSize = 1 << 17
  private static let readSize = 1 << 16

  private let state: Mutex<State>
  private let size: Int

  /// A block ends with the first line that makes it `size` bytes or more; of size 1 every line is
  /// a block, given out before more is read.
  package init(
    _ file: FileDescriptor = .standardInput, size: Int = 1 << 17, calls: SystemCalls = .live
  ) {
    state = Mutex(State(file: file, calls: calls))
    self.size = max(1, size)
  }

  /// The first line that is not blank, with the blank ones before it, or the first 128 KiB; stays
  /// to be given out. Waits until that is there.
  package func head() throws(UserError) -> [UInt8] {
    let size = Self.headSize
    return try state.withLock { state in
      Result { () throws(UserError) in try state.head(size) }
    }.get()
  }

  /// Waits for the next block; nil at the end.
  package func next() throws(UserError) -> Block? {
    let size = size
    return try state.withLock { state in
      Result { () throws(UserError) in try state.next(size) }
    }.get()
  }

  /// All that follows.
  package func rest() throws(UserError) -> [UInt8] {
    try state.withLock { state in
      Result { () throws(UserError) in try state.rest() }
    }.get()
  }
}

extension LineBlocks {
  fileprivate struct State {
    let file: FileDescriptor
    let calls: SystemCalls
    var bytes = [UInt8]()
    /// Where in `bytes` the part begins that was not given out.
    var start = 0
    var line = 1
    var isAtEnd = false

    mutating func head(_ size: Int) throws(UserError) -> [UInt8] {
      while true {
        let left = bytes[start...]
        let first = left.firstIndex { $0 > 0x20 } ?? left.endIndex
        if let end = left[first...].firstIndex(of: 0x0A) { return Array(left[...end]) }
        if left.count >= size || isAtEnd { return Array(left) }
        try readMore()
      }
    }

    mutating func next(_ size: Int) throws(UserError) -> Block? {
      var searched = start + size - 1
      while true {
        if searched < bytes.count {
          if let end = bytes[searched...].firstIndex(of: 0x0A) { return take(to: end + 1) }
          searched = bytes.count
        }
        if isAtEnd { return start == bytes.count ? nil : take(to: bytes.count) }
        // What was given out goes before more comes.
        bytes.removeFirst(start)
        searched -= start
        start = 0
        try readMore()
      }
    }

    mutating func rest() throws(UserError) -> [UInt8] {
      while !isAtEnd { try readMore() }
      defer { start = bytes.count }
      return Array(bytes[start...])
    }

    private mutating func take(to end: Int) -> Block {
      let block = Block(bytes: Array(bytes[start..<end]), firstLine: line)
      line += block.bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
      start = end
      return block
    }

    private mutating func readMore() throws(UserError) {
      var chunk = [UInt8](repeating: 0, count: LineBlocks.readSize)
      do throws(Errno) {
        let count = try insisting { () throws(Errno) in
          try chunk.withUnsafeMutableBufferPointer { buffer throws(Errno) in
            try calls.read(file, UnsafeMutableRawBufferPointer(buffer))
          }
        }
        isAtEnd = count == 0
        bytes += chunk[..<count]
      } catch {
        throw UserError(FileError.unreadable("-", reason: error.words))
      }
    }
  }
}
