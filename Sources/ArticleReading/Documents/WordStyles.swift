/// What the styles of a Word document say of paragraphs and runs (ISO/IEC 29500-1, section 17.7).
struct WordStyles {
  private struct Style {
    var name: String
    var base: String?
    var isHidden: Bool?
    var level: Int?
  }
  private var styles: [String: Style] = [:]

  init(_ root: XMLElement?) {
    for style in root?.all("style") ?? [] {
      guard let id = style.value("styleId") else { continue }
      styles[id] = Style(
        name: (style.first("name")?.value("val") ?? id).lowercased(),
        base: style.first("basedOn")?.value("val"),
        isHidden: style.first("rPr").flatMap(Self.isHidden),
        level: style.first("pPr").flatMap(Self.level))
    }
  }

  /// nil where the properties do not say.
  static func isHidden(_ properties: XMLElement) -> Bool? {
    guard let vanish = properties.first("vanish") else { return nil }
    return isOn(vanish)
  }

  /// `<w:b/>` and `<w:b w:val="1"/>` are on (section 17.17.4).
  static func isOn(_ element: XMLElement) -> Bool {
    guard let value = element.value("val") else { return true }
    return !["0", "false", "off"].contains(value)
  }

  private static func level(_ properties: XMLElement) -> Int? {
    properties.first("outlineLvl")?.value("val").flatMap { Int($0) }.map { $0 + 1 }
  }

  /// The style and those that it is based on.
  private func chain(_ id: String?) -> [Style] {
    var (chain, next) = ([Style](), id)
    while let id = next, let style = styles[id], chain.count < 20 {
      chain.append(style)
      next = style.base
    }
    return chain
  }

  func isHidden(_ id: String?) -> Bool { chain(id).compactMap(\.isHidden).first ?? false }

  func role(_ properties: XMLElement?) -> DocumentText.Role {
    let id = properties?.first("pStyle")?.value("val")
    let chain = chain(id)
    for name in chain.map(\.name) + [id?.lowercased() ?? ""] {
      if name == "title" { return .title }
      if name == "subtitle" { return .subtitle }
    }
    let level =
      properties.flatMap(Self.level) ?? chain.compactMap(\.level).first
      ?? chain.compactMap { $0.name.hasPrefix("heading ") ? Int($0.name.dropFirst(8)) : nil }.first
      ?? id.flatMap { $0.hasPrefix("Heading") ? Int($0.dropFirst(7)) : nil }
    return level.map { $0 <= 9 ? .heading($0) : .plain } ?? .plain
  }
}
