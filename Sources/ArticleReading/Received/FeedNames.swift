internal import Lexicons

/// Names of authors and agencies as feeds and wires write them.
enum FeedNames {
  /// "an@x.example (An)", "An <an@x.example>" → An; other words as they are.
  static func author(_ text: String) -> String? {
    var name = MarkupText.line(text).trimmingBlanks()
    if name.hasSuffix(")"), let open = name.firstIndex(of: "("), name[..<open].contains("@") {
      name = name[name.index(after: open)...].dropLast().trimmingBlanks()
    } else if name.hasSuffix(">"), let open = name.firstIndex(of: "<"), name[open...].contains("@")
    {
      name = name[..<open].trimmingBlanks()
    }
    return name.isEmpty ? nil : String(name)
  }

  /// Each once, in order.
  static func authors(_ texts: [String]) -> [String] {
    texts.compactMap(author).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// "Thomson Reuters" → "Reuters"; nil for a name that is no agency's or outlet's.
  static func agency(_ text: String, _ agencies: AgencyRegistry) -> String? {
    agencies.entry(named: text.trimmingBlanks())?.name
  }
}
