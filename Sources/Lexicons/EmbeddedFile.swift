internal import CLexicons

/// A word list or model that is part of the binary; its bytes live as long as the program.
package struct EmbeddedFile: @unchecked Sendable {
  package let name: String
  /// Read-only static storage, hence safe to share.
  package let bytes: UnsafeBufferPointer<UInt8>

  /// The file called `name` ("agencies.tsv"), or nil.
  package init?(_ name: String) {
    guard let file = embedded_file_named(name) else { return nil }
    self.init(file.pointee)
  }

  /// Every embedded file, in the order of their declaration.
  package static var all: [EmbeddedFile] {
    (0...).lazy.map { embedded_file_at($0) }.prefix { $0 != nil }.compactMap { $0?.pointee }
      .map(EmbeddedFile.init)
  }

  private init(_ file: embedded_file) {
    name = String(cString: file.name)
    bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
  }
}
