internal import ClaimModel

extension EvidenceCapture {
  /// What a digest has of it; always as many words, so that several one after the other are told
  /// apart.
  var digestWords: [String] {
    [evidence, sha256, "\(length)", name] + optional(form) + optional(savedFrom)
      + optional(savedAt?.description) + optional(stamp?.sha256) + optional(stamp?.name)
      + optional(stamp?.time.description) + optional(stamp?.serial)
  }
}

extension Correction {
  var digestWords: [String] {
    [form.rawValue, language.rawValue, wrong, right] + optional(reason) + optional(place.title)
      + optional(place.outlet) + optional(place.section) + optional(place.issue)
      + optional(place.url) + optional(place.published?.description)
  }
}

/// nil → ["0", ""], "a" → ["1", "a"]
private func optional(_ text: String?) -> [String] { text.map { ["1", $0] } ?? ["0", ""] }
