/// An element of an XML document with all that stands in it.
struct XMLElement: Sendable, Hashable {
  enum Node: Sendable, Hashable {
    case element(XMLElement)
    /// Characters, also those of a CDATA section; neighbours are one node.
    case text(String)
  }

  struct Attribute: Sendable, Hashable {
    /// Without its prefix.
    var name: String
    /// "" where the attribute has no prefix.
    var namespace: String
    var value: String
  }

  /// Without its prefix: "encoded" of `<content:encoded>`.
  var name: String
  /// The address that its prefix, or the default, stands for; "" for none.
  var namespace: String
  /// In the order of the document.
  var attributes: [Attribute] = []
  /// In the order of the document.
  var children: [Node] = []
  /// Of its "<", from 1; columns are bytes of the document as UTF-8.
  var line: Int
  var column: Int

  init(_ name: String, in namespace: String = "", line: Int = 0, column: Int = 0) {
    self.name = name
    self.namespace = namespace
    self.line = line
    self.column = column
  }

  /// The value of the attribute without a prefix; nil where there is none.
  subscript(name: String) -> String? { self[name, in: ""] }

  subscript(name: String, in namespace: String) -> String? {
    attributes.first { $0.name == name && $0.namespace == namespace }?.value
  }

  /// The elements right below, in order.
  var elements: some Sequence<XMLElement> {
    children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element right below of this name; of any namespace if none is given.
  func first(_ name: String, in namespace: String? = nil) -> XMLElement? {
    elements.first { $0.isNamed(name, in: namespace) }
  }

  /// The elements right below of this name, in order.
  func all(_ name: String, in namespace: String? = nil) -> [XMLElement] {
    elements.filter { $0.isNamed(name, in: namespace) }
  }

  func isNamed(_ name: String, in namespace: String? = nil) -> Bool {
    self.name == name && (namespace.map { $0 == self.namespace } ?? true)
  }

  /// All characters below, in order, as they stand there.
  var text: String {
    var text = ""
    appendText(to: &text)
    return text
  }

  private func appendText(to text: inout String) {
    for child in children {
      switch child {
      case .text(let characters): text += characters
      case .element(let element): element.appendText(to: &text)
      }
    }
  }

  /// The first element of this name at any depth, this one included, in the order of the document.
  func firstBelow(_ name: String, in namespace: String? = nil) -> XMLElement? {
    if isNamed(name, in: namespace) { return self }
    for element in elements {
      if let found = element.firstBelow(name, in: namespace) { return found }
    }
    return nil
  }
}
