internal import ClaimModel
internal import Lexicons

/// What wire formats share in putting a story together.
struct WireStory {
  var story: ReceivedStory
  private let agencies: AgencyRegistry

  init(form: String, encoding: String, _ words: ReadingWords) {
    story = ReceivedStory(form: form, encoding: encoding)
    agencies = words.agencies
  }

  /// Whom the story is from, by any of its names; each once.
  mutating func addAgency(_ name: String?) {
    guard let name = name.map({ String($0.trimmingBlanks()) }), !name.isEmpty else { return }
    let known = FeedNames.agency(name, agencies) ?? name
    if !story.origin.agencies.contains(known) { story.origin.agencies.append(known) }
  }

  /// The same, where the name is one of those that are known.
  mutating func addKnownAgency(_ name: String?) {
    if let known = name.flatMap({ FeedNames.agency($0, agencies) }) { addAgency(known) }
  }

  /// A creator is a person or an agency.
  mutating func addCreator(_ name: String?) {
    guard let name, let author = FeedNames.author(name) else { return }
    if FeedNames.agency(author, agencies) != nil {
      addAgency(author)
    } else if !story.origin.authors.contains(author) {
      story.origin.authors.append(author)
    }
  }

  /// A line that names authors and agencies, in front of the text unless the text has one.
  mutating func addByline(_ text: String?) {
    guard let text = text.map({ String($0.trimmingBlanks()) }), !text.isEmpty else { return }
    let hasByline = story.parts.contains { if case .byline = $0 { true } else { false } }
    guard !hasByline else { return }
    story.parts.insert(.byline(text), at: 0)
    if story.origin.authors.isEmpty { Self.authors(inByline: text).forEach { addCreator($0) } }
  }

  /// "By Ann Poe, Staff Writer" → Ann Poe; "Ann Poe and Joe Roe" → both.
  static func authors(inByline text: String) -> [String] {
    let lower = text.lowercased()
    let opening = ["by ", "von ", "par ", "por "].first { lower.hasPrefix($0) }
    let names = text.dropFirst(opening?.count ?? 0).prefix { !",(|/".contains($0) }
    let authors = String(names).split(separator: " and ").map { String($0.trimmingBlanks()) }
    // A name has a few words and no figure.
    return authors.filter { name in
      !name.isEmpty && name.split(separator: " ").count <= 6 && !name.contains(where: \.isNumber)
    }
  }

  /// Place, day and agency in front of the first paragraph, unless it begins with the place.
  mutating func addDateline(_ text: String?) {
    guard let text = text.map({ String($0.trimmingBlanks()) }), !text.isEmpty,
      let index = story.parts.firstIndex(where: { if case .paragraph = $0 { true } else { false } })
    else { return }
    let first = story.parts[index].text
    let place = text.prefix { $0.isLetter || $0 == " " }.trimmingBlanks().lowercased()
    let head = first.prefix(80).lowercased()
    guard !place.isEmpty, !head.contains(place) else { return }
    let ends = text.last.map { "-–—:".contains($0) } ?? false
    story.parts[index] = .paragraph(text + (ends ? " " : " - ") + first)
  }

  /// Text that only repeats the headline is no paragraph.
  mutating func dropRepeatedTitle() {
    guard let title = story.title.map(LetterKey.of), !title.isEmpty, story.parts.count > 1 else {
      return
    }
    let head = story.parts.prefix(3).firstIndex {
      if case .paragraph(let text) = $0 { LetterKey.of(text) == title } else { false }
    }
    if let head { story.parts.remove(at: head) }
  }

  /// A short text beside the body: the lead, unless the body begins so.
  mutating func setLead(_ text: String?) {
    guard let text = text.map({ String($0.trimmingBlanks()) }), !text.isEmpty else { return }
    let letters = LetterKey.of(text)
    let repeats = story.parts.prefix(6).contains {
      LetterKey.of($0.text).starts(with: letters.prefix(60))
    }
    if !repeats, story.title.map(LetterKey.of) != letters { story.lead = text }
  }

  mutating func addNotice(_ notice: StoryNotice?) {
    guard let notice else { return }
    if let index = story.origin.notices.firstIndex(where: { $0.kind == notice.kind }) {
      if story.origin.notices[index].words.isEmpty {
        story.origin.notices[index].words = notice.words
      }
    } else {
      story.origin.notices.append(notice)
    }
  }

  /// What the desk says to editors: what it says to do counts, its words are no text.
  mutating func addNote(_ text: String?) {
    guard let text, !text.trimmingBlanks().isEmpty else { return }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    addNotice(NoticeWords.notice(inNote: words))
    story.origin.removed.append(RemovedText(.deskNote, words: words))
  }

  mutating func addLegal(_ text: String?) {
    guard let text, !text.trimmingBlanks().isEmpty else { return }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    story.origin.removed.append(RemovedText(.legal, words: words))
  }

  /// `usable`, `withheld`, `canceled`, by whatever prefix.
  mutating func addStatus(_ status: String?) {
    switch status.map(Self.code)?.lowercased() {
    case "canceled", "cancelled": addNotice(StoryNotice(.kill, words: "pubStatus canceled"))
    case "withheld": addNotice(StoryNotice(.withheld, words: "pubStatus withheld"))
    default: break
    }
  }

  /// The moment before which it must not be used; one that is no date is told by its words.
  mutating func addEmbargo(_ text: String?) {
    guard let text else { return }
    let words = String(text.trimmingBlanks())
    addNotice(
      StoryNotice(.embargo, words: words.isEmpty ? "embargoed" : words, until: FeedDate.time(words))
    )
  }

  /// "stat:canceled", "http://cv.iptc.org/newscodes/pubstatusg2/canceled" → canceled
  static func code(_ text: String) -> String {
    let text = text.trimmingBlanks()
    return String(text.split { $0 == ":" || $0 == "/" }.last ?? text)
  }
}
