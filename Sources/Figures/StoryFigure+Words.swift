extension StoryFigure {
  /// What it counts: "people injured", "houses collapsed", "profit", "length: depth".
  package var subject: String { subject(with: self) }

  /// The same, from what either of two figures of one thing tells.
  package func subject(with other: StoryFigure) -> String {
    let names = FigureLexicon.concepts
    let attribute =
      Set(attributes).intersection(other.attributes).min() ?? attributes.first
      ?? other.attributes.first
    switch dimension {
    case "count":
      let noun = Set(nouns).intersection(other.nouns).min() ?? nouns.first ?? other.nouns.first
      let fate = fate >= 0 ? fate : other.fate
      let words = noun.map { Self.plural(names[$0].name) }
      let what = fate >= 0 && !Concepts.soft.contains(fate) ? names[fate].name : nil
      return [words, what].compactMap(\.self).joined(separator: " ")
    case "date":
      let act = acts.intersection(other.acts).filter {
        names.indices.contains($0) && names[$0].kind == .act
      }.min()
      return act.map { "day: \(names[$0].name)" } ?? "day"
    case "clock": return "hour"
    case "richter": return "magnitude"
    default:
      let words = Self.dimensionWords(dimension)
      return attribute.map { names[$0].name } ?? words
    }
  }

  /// "number", "date", "hour", "score", "rank"
  package var kindWords: String {
    switch dimension {
    case "date", "score", "rank", "ordinal", "age", "duration": dimension
    case "clock": "hour"
    case "percent", "points": "share"
    case _ where dimension.hasPrefix("money"): "money"
    default: "number"
    }
  }

  private static func dimensionWords(_ dimension: String) -> String {
    switch dimension {
    case "money-usd": "dollars"
    case "money-eur": "euros"
    case "money-vnd": "dong"
    case "percent": "percent"
    default: dimension.hasPrefix("money-") ? String(dimension.dropFirst(6)) : dimension
    }
  }

  private static func plural(_ noun: String) -> String {
    switch noun {
    case "people", "police", "crew", "cattle", "poultry", "fish", "sheep", "aircraft": noun
    case _ where noun.hasSuffix("y") && !noun.hasSuffix("ay"): noun.dropLast() + "ies"
    case _ where noun.hasSuffix("s") || noun.hasSuffix("x") || noun.hasSuffix("ch"): noun + "es"
    default: noun + "s"
    }
  }

  /// One for figures that say the same: "14 người" and "14 people".
  package var valueKey: String {
    if dimension == "date" { return "\(time.year ?? 0)-\(time.month ?? 0)-\(time.day ?? 0)" }
    return "\(bound.rawValue) \(low) \(high) \(tail)"
  }

  /// When it was, as its clause tells: "by 4/3", "2024", "Q3 2025"; empty where nothing tells.
  package var timeWords: String {
    var words = [String]()
    if let minute = time.minute, dimension != "clock" {
      let rest = minute % 60
      words.append("\(minute / 60):\(rest < 10 ? "0" : "")\(rest)")
    }
    if let day = time.day, let month = time.month {
      words.append("\(day)/\(month)")
    } else if let month = time.month {
      words.append("month \(month)")
    }
    if let quarter = time.quarter { words.append("Q\(quarter)") }
    if let half = time.half { words.append("half \(half)") }
    if let year = time.year { words.append("\(year)") }
    if let season = time.season { words.append("season \(season)") }
    if let relative = time.relativeYear, relative != 0 {
      words.append(relative < 0 ? "the year before" : "next year")
    }
    guard !words.isEmpty else { return "" }
    return (time.isUntil ? "by " : "") + words.joined(separator: " ")
  }
}
