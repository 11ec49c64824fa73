import Desk
package import Disk
import Presentation
package import SystemPackage
package import TerminalText

/// Standard input as a script: its commands are there as soon as their lines have come, so that a
/// program can talk to theo. What a command reads as `-` is the rest of it.
package final class ScriptInput {
  /// A command with its place.
  package struct Piece: Sendable, Hashable {
    /// One line, or more where a quotation or a backslash goes on.
    package var text: String
    /// From 1.
    package var firstLine: Int
  }

  private let file: FileDescriptor
  private let calls: SystemCalls
  /// What was read and is not given out yet.
  private var bytes: ArraySlice<UInt8> = []
  private var lines = 0
  private var isAtEnd = false

  package init(_ file: FileDescriptor = .standardInput, calls: SystemCalls = .live) {
    self.file = file
    self.calls = calls
  }

  /// Waits for the next line and for those that it goes on in; nil at the end.
  package func next() throws(UserError) -> Piece? {
    var piece = Piece(text: "", firstLine: lines + 1)
    // A quotation that is open ends in a line with a mark in it: no other needs a look.
    var needsMark = false
    while let line = try nextLine() {
      piece.text += line
      guard !needsMark || line.utf8.contains(where: Self.isMark) else { continue }
      let text = line.hasSuffix("\n") ? String(piece.text.dropLast()) : piece.text
      if !LineLexer.isUnfinished(text) { return piece }
      needsMark = !text.hasSuffix("\\")
    }
    return piece.text.isEmpty ? nil : piece
  }

  /// What follows, to its end.
  package func rest() throws(UserError) -> MappedFile {
    while !isAtEnd { try readMore() }
    defer { bytes = [] }
    return MappedFile(bytes)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x5C || byte >= 0x80
  }

  /// With its line end.
  private func nextLine() throws(UserError) -> String? {
    if lines == 0 { try decodeMarked() }
    var searched = bytes.startIndex
    while true {
      if let end = bytes[searched...].firstIndex(of: 0x0A) { return take(through: end) }
      searched = bytes.endIndex
      if isAtEnd { return bytes.isEmpty ? nil : take(through: bytes.endIndex - 1) }
      try readMore()
    }
  }

  /// A script with a byte order mark is no dialogue: it is read whole, and decoded as stories are.
  private func decodeMarked() throws(UserError) {
    if bytes.isEmpty, !isAtEnd { try readMore() }
    let first = bytes.first ?? 0
    guard first >= 0xFE || bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    while !isAtEnd { try readMore() }
    bytes = try ArraySlice(MappedFile(bytes).text(named: "-").utf8)
  }

  private func take(through end: Int) -> String {
    defer { bytes = bytes[(end + 1)...] }
    lines += 1
    return String(decoding: bytes[...end], as: UTF8.self)
  }

  private func readMore() throws(UserError) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
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
