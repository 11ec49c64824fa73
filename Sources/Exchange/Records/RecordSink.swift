import JSONText

/// Where the members of a record go: to bytes, or to a tree of values. What a record holds is said
/// once, in `ExtractRecords`.
protocol RecordSink {
  mutating func open(_ bracket: Bracket)
  mutating func close(_ bracket: Bracket)
  /// Before each value of an object.
  mutating func key(_ name: StaticString)
  /// A string, or null.
  mutating func string(_ text: String?)
  mutating func string(utf8: UnsafeBufferPointer<UInt8>)
  mutating func integer(_ number: Int)
  /// Always with a point: 60.0.
  mutating func number(_ number: Double)
  /// The same, with at most two digits behind the point.
  mutating func hundredths(_ number: Double)
  mutating func null()
  mutating func truth(_ value: Bool)
}

enum Bracket { case object, list }

extension RecordSink {
  mutating func object(_ body: (inout Self) -> Void) {
    open(.object)
    body(&self)
    close(.object)
  }

  /// Members of other kinds of records, with the empty value of their type.
  mutating func absent(_ members: [RecordMember]) {
    for member in members {
      key(member.name)
      if member.isList { list([Int]()) { $0.integer($1) } } else { null() }
    }
  }

  mutating func list<Item>(_ items: [Item], _ body: (inout Self, Item) -> Void) {
    open(.list)
    for item in items { body(&self, item) }
    close(.list)
  }
}

/// JSON without blanks, a record a line.
struct ByteSink: RecordSink {
  private(set) var json: JSONStream
  /// Whether a value stands before the next one in its object or list.
  private var needsComma = false

  init(_ out: [UInt8]) { json = JSONStream(out: out) }

  mutating func endLine() {
    json.raw("\n")
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { json.raw(",") }
    needsComma = true
  }

  mutating func open(_ bracket: Bracket) {
    separate()
    json.raw(bracket == .object ? "{" : "[")
    needsComma = false
  }

  mutating func close(_ bracket: Bracket) {
    json.raw(bracket == .object ? "}" : "]")
    needsComma = true
  }

  mutating func key(_ name: StaticString) {
    separate()
    json.raw("\"")
    json.raw(name)
    json.raw("\":")
    needsComma = false
  }

  mutating func string(_ text: String?) {
    separate()
    json.string(text)
  }

  mutating func string(utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    json.raw("\"")
    json.escaped(utf8)
    json.raw("\"")
  }

  mutating func integer(_ number: Int) {
    separate()
    json.integer(number)
  }

  mutating func number(_ number: Double) {
    separate()
    json.fraction(number)
  }

  mutating func hundredths(_ number: Double) {
    separate()
    json.fraction((number * 100).rounded() / 100)
  }

  mutating func null() {
    separate()
    json.raw("null")
  }

  mutating func truth(_ value: Bool) {
    separate()
    json.raw(value ? "true" : "false")
  }
}

/// A tree, for formats that want a record's members one by one.
struct TreeSink: RecordSink {
  /// The records that are done.
  private(set) var records = [JSONValue]()
  private var open = [(object: JSONObject, list: [JSONValue], key: String)]()

  mutating func open(_ bracket: Bracket) { open.append(([:], [], "")) }

  mutating func close(_ bracket: Bracket) {
    guard let done = open.popLast() else { return }
    add(bracket == .object ? .object(done.object) : .array(done.list))
  }

  mutating func key(_ name: StaticString) {
    guard !open.isEmpty else { return }
    open[open.count - 1].key = "\(name)"
  }

  private mutating func add(_ value: JSONValue) {
    guard let last = open.indices.last else { return records.append(value) }
    if open[last].key.isEmpty {
      open[last].list.append(value)
    } else {
      open[last].object[open[last].key] = value
      open[last].key = ""
    }
  }

  mutating func string(_ text: String?) { add(text.map(JSONValue.string) ?? .null) }
  mutating func string(utf8: UnsafeBufferPointer<UInt8>) {
    add(.string(String(decoding: utf8, as: UTF8.self)))
  }
  mutating func integer(_ number: Int) { add(.integer(number)) }
  mutating func number(_ number: Double) { add(number.isFinite ? .number(number) : .null) }
  mutating func hundredths(_ number: Double) { self.number((number * 100).rounded() / 100) }
  mutating func null() { add(.null) }
  mutating func truth(_ value: Bool) { add(.bool(value)) }
}
