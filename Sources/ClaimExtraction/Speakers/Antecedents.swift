internal import ClaimModel

/// Somebody a pronoun may mean, with what speaks for it.
struct Antecedent {
  var resolved: SpeakerResolver.Resolved
  /// The last place where the story speaks of them, and whether they spoke there.
  var at: Int
  var traits = Set<Trait>()
  var score = 0.0

  /// What makes an antecedent likelier or less so; each has a weight.
  enum Trait: String, CaseIterable, Sendable {
    case sameSentence = "same-sentence"
    case oneBefore = "one-before"
    case twoBefore = "two-before"
    case farther
    /// In the pronoun's own paragraph.
    case paragraph
    /// Was the last to speak; spoke at all.
    case lastSpeaker = "last-speaker"
    case spoke
    /// Opens its sentence.
    case subject
    case genderTold = "gender-told"
    case genderUntold = "gender-untold"
    /// The pronoun stands in their own words.
    case encloses
    case described
    case often
    case nearest
  }
}

extension SpeakerResolver {
  /// The likeliest person before a pronoun: among those who spoke and those who were named.
  func antecedent(of source: Range<Int>, _ index: Int, gender: Gender?) -> Resolved? {
    let ranked = antecedents(of: source, index, gender: gender)
    guard let best = ranked.first else { return nil }
    var found = best.resolved
    if found.gender == nil, found.speaker.kind == .person { found.gender = gender }
    let spoke = best.traits.contains(.spoke)
    found.speaker.reason =
      spoke ? "the person quoted before" : "the person named before, \(place(best.at))"
    let margin = ranked.count > 1 ? best.score - ranked[1].score : .infinity
    found.way = ranked.count == 1 ? .pronoun : margin > 0.9 ? .clearPronoun : .closePronoun
    found.speaker.others = ranked.dropFirst().prefix(3).map(\.resolved.speaker.name)
    return found
  }

  /// Everybody a pronoun may mean, likeliest first.
  func antecedents(of source: Range<Int>, _ index: Int, gender: Gender?) -> [Antecedent] {
    var found = [Antecedent]()
    for at in max(0, index - 40)..<max(0, index) {
      guard let before = resolved[at], before.speaker.kind == .person, !before.isPlural,
        before.way != .country, isBefore(drafts[at], source)
      else { continue }
      let place = drafts[at].source.first?.lowerBound ?? drafts[at].content.first?.lowerBound ?? 0
      add(before, place, spoke: true, to: &found)
    }
    let last = names.firstMention(startingAt: source.lowerBound)
    for mention in names.mentions[..<last].suffix(40) where names.isPerson(mention) {
      add(named(mention, mention.tokens), mention.tokens.lowerBound, spoke: false, to: &found)
    }
    found.removeAll { !mayFit($0.resolved.gender, gender) }
    if let speaking = quoting(source, index) {
      found.removeAll { $0.resolved.speaker.name == speaking }
    }
    weigh(&found, source, index, gender)
    return found.sorted { ($0.score, $0.at) > ($1.score, $1.at) }
  }

  /// Whose quotation a source stands in: within it, "he" is somebody else.
  private func quoting(_ source: Range<Int>, _ index: Int) -> String? {
    let isQuoted = story.quotations(overlapping: source).contains {
      $0.tokens.lowerBound < source.lowerBound && source.upperBound < $0.tokens.upperBound
    }
    return isQuoted ? enclosing(source, index)?.speaker.name : nil
  }

  private func isBefore(_ draft: AttributionDraft, _ source: Range<Int>) -> Bool {
    guard let place = draft.source.first?.lowerBound ?? draft.content.first?.lowerBound else {
      return false
    }
    return place < source.lowerBound
  }

  private func add(
    _ resolved: Resolved, _ at: Int, spoke: Bool, to found: inout [Antecedent]
  ) {
    guard let same = found.firstIndex(where: { $0.resolved.speaker.name == resolved.speaker.name })
    else {
      found.append(Antecedent(resolved: resolved, at: at, traits: spoke ? [.spoke] : []))
      return
    }
    if spoke {
      found[same].traits.insert(.spoke)
    } else if found[same].at < at {
      found[same].traits.insert(.often)
    }
    if found[same].resolved.gender == nil { found[same].resolved.gender = resolved.gender }
    found[same].at = max(found[same].at, at)
  }

  func mayFit(_ gender: Gender?, _ wanted: Gender?) -> Bool {
    gender == nil || wanted == nil || gender == wanted
  }

  private func weigh(
    _ found: inout [Antecedent], _ source: Range<Int>, _ index: Int, _ gender: Gender?
  ) {
    let outer = enclosing(source, index)?.speaker.name
    let last = recent.first { $0.speaker.kind == .person && !$0.isPlural }?.speaker.name
    let nearest = found.map(\.at).max()
    for at in found.indices {
      let place = found[at].at
      let distance = Int(sentenceOf[source.lowerBound]) - Int(sentenceOf[place])
      var traits = found[at].traits
      traits.insert(
        distance == 0
          ? .sameSentence
          : distance == 1
            ? .oneBefore
            : distance == 2
              ? .twoBefore
              : .farther)
      if paragraph(of: place) == paragraph(of: source.lowerBound) { traits.insert(.paragraph) }
      if found[at].resolved.speaker.name == last { traits.insert(.lastSpeaker) }
      if found[at].resolved.speaker.name == outer { traits.insert(.encloses) }
      if opens(place) { traits.insert(.subject) }
      if gender != nil {
        traits.insert(found[at].resolved.gender == nil ? .genderUntold : .genderTold)
      }
      if found[at].resolved.way.isDescription { traits.insert(.described) }
      if place == nearest { traits.insert(.nearest) }
      found[at].traits = traits
      // In one order: sums of the same weights in another one differ in the last bit.
      found[at].score = Antecedent.Trait.allCases.reduce(0) { sum, trait in
        traits.contains(trait) ? sum + (Self.weights[trait] ?? 0) : sum
      }
    }
  }

  private func paragraph(of token: Int) -> Int {
    let sentence = Int(sentenceOf[token])
    return sentence < story.sentences.count ? story.sentences[sentence].paragraph : -1
  }

  /// Within the first words of its sentence.
  private func opens(_ token: Int) -> Bool {
    let sentence = Int(sentenceOf[token])
    guard sentence < story.sentences.count else { return false }
    return token - story.sentences[sentence].tokens.lowerBound < 6
  }

  static let weights: [Antecedent.Trait: Double] = [
    .sameSentence: 0.6, .oneBefore: 0.9, .twoBefore: 0.2, .farther: -0.8, .paragraph: 0.7,
    .lastSpeaker: 1.2, .spoke: 0.5, .subject: 0.5, .genderTold: 1.2, .encloses: 0.2,
    .described: -0.3, .often: 0.2, .nearest: 0.3,
  ]
}
