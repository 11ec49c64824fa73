/// Which attributes a dimension can have: a length is no price.
enum Attributes {
  private static let physical = Concepts.ids(
    "depth", "height", "length", "width", "distance", "radius", "area", "speed", "wind", "gust",
    "rainfall", "snowfall",
    "water-level", "dead-level", "alarm-level", "normal-level", "visibility", "wave", "temperature",
    "magnitude", "duration", "age", "weight", "volume", "burnt-area", "pressure",
    "dosage", "experience", "delay", "sentence-time", "record")
  private static let speeds = Concepts.ids("speed", "wind", "gust", "temperature", "magnitude")
  private static let lengths = Concepts.ids(
    "depth", "height", "length", "width", "distance", "radius", "rainfall", "snowfall",
    "water-level", "dead-level", "alarm-level", "normal-level", "visibility", "wave", "wind", "lead"
  )
  private static let durations = Concepts.ids(
    "duration", "sentence-time", "probation", "experience", "delay", "age", "record", "lead",
    "wait", "flight-time", "term")
  private static let capacity = FigureLexicon.concept(named: "capacity")
  private static let approval = FigureLexicon.concept(named: "approval")
  private static let fill = FigureLexicon.concept(named: "fill")
  private static let length = FigureLexicon.concept(named: "length")
  private static let duration = FigureLexicon.concept(named: "duration")
  private static let weight = Concepts.ids(
    "weight", "weight-loss", "capacity", "dosage", "emission", "volume")
  private static let amounts = Concepts.ids(
    "salary", "fill", "rank", "record", "growth", "poverty", "deposit", "share", "stake", "cost",
    "fee", "tax", "loss")

  /// The attribute as it is of such a figure, nil where it cannot be.
  static func fitting(_ concept: Int, _ dimension: String) -> Int? {
    switch dimension {
    case "length": return lengths.contains(concept) ? concept : nil
    case "duration":
      if concept == length { return duration }
      return durations.contains(concept) ? concept : nil
    case "mass": return weight.contains(concept) ? concept : nil
    case "temperature", "richter", "speed": return speeds.contains(concept) ? concept : nil
    case "area", "volume": return physical.contains(concept) ? concept : nil
    case "count", "ordinal", "score", "date", "clock":
      return physical.contains(concept) || amounts.contains(concept) ? nil : concept
    case "percent" where concept == capacity: return fill
    // "ủng hộ 6,5 tỷ đồng" tells of no rating.
    case _ where concept == approval && dimension != "percent" && dimension != "points": return nil
    default: return physical.contains(concept) ? nil : concept
    }
  }
}
