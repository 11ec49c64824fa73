import Foundation

/// A folder for one test, with a name of fixed length so that tables come out the same.
package final class TestFolder {
  package let path: String

  package init() throws {
    var template = Array("/tmp/theo-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// `$DIR/x` → `/tmp/theo-test-4fQ0aB/x`
  package func filled(_ text: String) -> String { text.replacing("$DIR", with: path) }

  /// The other way round, keeping the width.
  package func hidden(_ text: String) -> String { text.replacing(path, with: "$DIR") }

  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Names of all that is in it, in order.
  package func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Does nothing where there is no such file.
  package func remove(_ name: String) {
    try? FileManager.default.removeItem(atPath: path + "/" + name)
  }

  package func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}

extension TestFolder {
  package func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }
}
