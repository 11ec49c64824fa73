/// What the scanner has to know of a tag by its name.
struct PageTagKind: OptionSet {
  let rawValue: UInt8

  /// Its content is no markup.
  static let raw = PageTagKind(rawValue: 1)
  /// It has no end tag, or one that may be left out: such elements do not nest.
  static let endless = PageTagKind(rawValue: 2)
  /// The parser opens it again where it was left open.
  static let formatting = PageTagKind(rawValue: 4)
  static let script = PageTagKind(rawValue: 8)
  static let title = PageTagKind(rawValue: 16)
  static let drawing = PageTagKind(rawValue: 32)
  static let input = PageTagKind(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// By `PageTagKind.key`.
  init(_ name: UInt64) { self = Self.table[name] ?? [] }

  private static let table: KeyMap<PageTagKind> = {
    var table = KeyMap<PageTagKind>(capacity: 128)
    func note(_ names: String, _ kind: PageTagKind) {
      for name in names.split(separator: " ") {
        let key = key(String(name))
        table[key] = kind.union(table[key] ?? [])
      }
    }
    note("script style title textarea xmp iframe noembed noframes", .raw)
    note(
      """
      area base br col embed hr img input link meta param source track wbr keygen frame p li dt dd \
      tr td th thead tbody tfoot colgroup option optgroup rp rt html head body
      """, .endless)
    note("a b big code em font i nobr s small strike strong tt u", .formatting)
    note("script", .script)
    note("title", .title)
    note("svg", .drawing)
    note("input", .input)
    return table
  }()

  /// A name in lower case as the scanner compares names: eight letters in a number.
  static func key(_ name: String) -> UInt64 {
    name.utf8.reduce(0) { $0 << 8 | UInt64($1) | ($0 >> 56) &* 31 }
  }
}
