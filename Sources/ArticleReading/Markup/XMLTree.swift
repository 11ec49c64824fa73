/// An XML 1.0 document with namespaces, read as a whole.
///
/// Nothing outside the document is ever read. Entities that it declares may only stand for a few
/// characters; the names of HTML 4 (`&nbsp;`) are known without a declaration.
struct XMLTree: Sendable {
  var root: XMLElement
  /// What the document was stored in, as named to people: "UTF-8".
  var encoding: String

  /// What is refused before it can do harm.
  struct Limits: Sendable {
    /// Of elements in each other. Whoever walks a tree may call itself for each level.
    var depth = 200
    /// Of the document.
    var bytes = 1 << 30
    var attributes = 1000
    /// Elements of the document.
    var elements = 20_000_000
  }

  /// Reads UTF-8, UTF-16, Windows-1258 and Windows-1252; of a document that is UTF-8 it does not
  /// matter what it declares.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: Limits = Limits()
  ) throws(XMLFault) -> XMLTree {
    guard bytes.count <= limits.bytes else {
      throw XMLFault("it is larger than \(limits.bytes >> 20) MiB")
    }
    let text = try XMLEncoding.decoded(bytes)
    let root =
      switch text.characters {
      case .same(let from): XMLParser.result(.init(rebasing: bytes[from...]), limits)
      case .converted(let array): array.withUnsafeBufferPointer { XMLParser.result($0, limits) }
      }
    return XMLTree(root: try root.get(), encoding: text.encoding)
  }

  static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(XMLFault) -> XMLTree {
    let result = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(XMLFault) in try read(bytes, limits: limits) }
    }
    return try result.get()
  }
}

/// Why a document is no XML, or none that is read.
struct XMLFault: Error, Sendable, Hashable {
  /// From 1; nil where it is the document as a whole.
  var line: Int?
  /// From 1, in bytes.
  var column: Int?
  /// "the document ends within <item> of line 3".
  var problem: String

  init(_ problem: String, line: Int? = nil, column: Int? = nil) {
    self.problem = problem
    self.line = line
    self.column = column
  }

  /// "line 3, column 7".
  var place: String? {
    guard let line else { return nil }
    return "line \(line)" + (column.map { ", column \($0)" } ?? "")
  }
}

extension XMLTree {
  /// What the prefix `xml` stands for: `xml:lang`.
  static let xmlSpace = "http://www.w3.org/XML/1998/namespace"
}
