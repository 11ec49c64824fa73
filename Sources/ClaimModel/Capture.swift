/// The bytes of an input as they were received, so that anybody can check what a story was read
/// from. When they were read, the operation says that loaded it.
package struct Capture: Sendable, Hashable {
  package enum Manner: String, Sendable, CaseIterable {
    case file, standardInput, paste, clipboard, fetched
  }

  /// Of all of the input, an archive as a whole: 64 hexadecimal digits.
  package var sha256: String
  /// Bytes.
  package var length: Int
  package var manner: Manner
  /// Where the bytes lay: a path as given, a URL; nil where they have no name.
  package var name: String?

  package init(sha256: String, length: Int, manner: Manner = .file, name: String? = nil) {
    self.sha256 = sha256
    self.length = length
    self.manner = manner
    self.name = name
  }
}
