internal import CExpat

/// Builds the tree of a document from what expat hands over.
final class XMLParser {
  private let parser: OpaquePointer
  private let limits: XMLTree.Limits
  /// The elements that are open, outermost first.
  private var open: [XMLElement] = []
  private var root: XMLElement?
  /// Characters that no node has yet.
  private var text: [UInt8] = []
  private var names: [String: (name: String, namespace: String)] = [:]
  private var count = 0
  private var fault: XMLFault?

  /// Never part of a name or an address: XML 1.0 has no such character.
  private static let separator: UInt8 = 0x0C

  static func result(
    _ bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLTree.Limits
  ) -> Result<XMLElement, XMLFault> {
    Result { () throws(XMLFault) in
      // Blank lines before `<?xml` are a mistake of many feeds.
      let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
      guard start < bytes.count else { throw XMLFault("nothing is in it") }
      guard let parser = XML_ParserCreateNS("UTF-8", CChar(separator)) else {
        throw XMLFault("no memory is left to read it")
      }
      defer { XML_ParserFree(parser) }
      let skipped = bytes[..<start].count { $0 == 0x0A }
      do throws(XMLFault) {
        return try XMLParser(parser, limits).parse(.init(rebasing: bytes[start...]))
      } catch {
        throw XMLFault(
          error.problem, line: error.line.map { $0 + skipped }, column: error.column)
      }
    }
  }

  private init(_ parser: OpaquePointer, _ limits: XMLTree.Limits) {
    self.parser = parser
    self.limits = limits
  }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFault) -> XMLElement {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLParser.of($0)?.start($1, $2) }, { data, _ in XMLParser.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { XMLParser.of($0)?.characters($1, $2) }
    XML_SetEntityDeclHandler(parser) { data, name, isParameter, value, length, _, _, _, notation in
      guard notation == nil else { return }
      let value = value.map { UnsafeBufferPointer(start: $0, count: Int(length)) }
      XMLParser.of(data)?.declared(name, value, isParameter: isParameter != 0)
    }
    // As if each document had a definition elsewhere: names that it does not declare are handed
    // over instead of being an error.
    XML_UseForeignDTD(parser, XML_Bool(1))
    XML_SetSkippedEntityHandler(parser) { data, name, isParameter in
      if isParameter == 0 { XMLParser.of(data)?.named(name) }
    }
    let status = withExtendedLifetime(self) {
      bytes.withMemoryRebound(to: CChar.self) {
        XML_Parse(parser, $0.baseAddress, Int32(clamping: $0.count), 1)
      }
    }
    if let fault { throw fault }
    guard status == XML_STATUS_OK else { throw expatFault() }
    guard let root else { throw here("it has no element") }
    return root
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLParser? {
    data.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: What expat hands over

  private func start(
    _ name: UnsafePointer<CChar>?, _ values: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard fault == nil, let name else { return }
    count += 1
    if open.count >= limits.depth { return stop("elements are more than \(limits.depth) deep") }
    if count > limits.elements { return stop("it has more than \(limits.elements) elements") }
    flush()
    let (local, namespace) = parts(name)
    var element = XMLElement(
      local, in: namespace, line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    var at = 0
    while let values, let name = values[at], let value = values[at + 1] {
      if at / 2 >= limits.attributes {
        return stop("an element has more than \(limits.attributes) attributes")
      }
      let (local, namespace) = parts(name)
      element.attributes.append(
        .init(name: local, namespace: namespace, value: String(cString: value)))
      at += 2
    }
    open.append(element)
  }

  private func end() {
    guard fault == nil else { return }
    flush()
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  private func characters(_ start: UnsafePointer<CChar>?, _ count: Int32) {
    guard fault == nil, let start else { return }
    UnsafeBufferPointer(start: start, count: Int(count)).withMemoryRebound(to: UInt8.self) {
      text.append(contentsOf: $0)
    }
  }

  /// A name such as `&nbsp;` that the document does not declare.
  private func named(_ start: UnsafePointer<CChar>?) {
    guard fault == nil, let start else { return }
    let name = String(cString: start)
    guard let characters = NamedCharacters.characters(of: name) else {
      return stop("&\(name); stands for nothing")
    }
    text += Array(characters.utf8)
  }

  /// A document may name a few characters; what stands for more, for another name or for a file
  /// is refused where it is declared, before anything can be made of it.
  private func declared(
    _ start: UnsafePointer<CChar>?, _ value: UnsafeBufferPointer<CChar>?, isParameter: Bool
  ) {
    guard fault == nil else { return }
    let mark = isParameter ? "%" : "&"
    let name = mark + (start.map { String(cString: $0) } ?? "") + ";"
    guard let value else { return stop("\(name) is declared as another file, which is not read") }
    let special = [UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "%")]
    if isParameter || value.count > 16
      || value.contains(where: { special.contains(UInt8(bitPattern: $0)) })
    {
      stop("\(name) is declared to stand for more than a few characters")
    }
  }

  // MARK: Helpers

  private func flush() {
    guard !text.isEmpty else { return }
    if !open.isEmpty {
      open[open.count - 1].children.append(.text(String(decoding: text, as: UTF8.self)))
    }
    text.removeAll(keepingCapacity: true)
  }

  /// "http://www.w3.org/2005/Atom\u{C}entry" → "entry" in "http://www.w3.org/2005/Atom"
  private func parts(_ name: UnsafePointer<CChar>) -> (name: String, namespace: String) {
    let whole = String(cString: name)
    if let known = names[whole] { return known }
    let pieces = whole.utf8.split(separator: Self.separator, maxSplits: 1)
    let parts =
      pieces.count == 2 ? (String(pieces[1]) ?? "", String(pieces[0]) ?? "") : (whole, "")
    names[whole] = parts
    return parts
  }

  private func stop(_ problem: String) {
    fault = here(problem)
    XML_StopParser(parser, XML_Bool(0))
  }

  private func here(_ problem: String) -> XMLFault {
    XMLFault(
      problem, line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
  }

  private func expatFault() -> XMLFault {
    here(XMLParser.words(XML_GetErrorCode(parser), within: open.last))
  }
}
