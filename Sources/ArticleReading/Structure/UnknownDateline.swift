internal import ClaimModel
internal import Lexicons

/// What stands before the first dash of a story whose outlet is in no register: short, without a
/// verb, and marked as a dateline by brackets, a day, or capitals.
///
/// "(Báo Tin Mới) -", "TMO -", "VÂN SA, 12/3/2025 -", "(Vân Sa, 12/3/2025) -",
/// "Van Sa (Reuters Health) -", "VAN SA, Norland, April 5 /PRNewswire/ --", "Van Sa | Reuters -"
struct UnknownDateline {
  let story: StoryText
  let head: [Word]
  /// The words behind the dash.
  let rest: ArraySlice<Word>

  private var names: AgencyNames { AgencyNames(story: story) }
  private static let mostWords = 12
  private static let longestName = 6

  var parts: (place: String?, agencies: [String])? {
    guard head.count <= Self.mostWords, opensSentence, !isApposition else { return nil }
    return enclosed ?? placeAndOutlet ?? slashed ?? barred ?? dated ?? initials
  }

  /// A sentence starts behind the dash: "TMO - Bộ Nội vụ", not "NATO - liên minh lớn nhất".
  private var opensSentence: Bool {
    guard let first = rest.first(where: { $0.kind != .punctuation }) else { return false }
    return first.kind == .number || first.isName
  }

  /// "WHO - Tổ chức Y tế Thế giới - cho biết": a second dash closes an apposition.
  private var isApposition: Bool {
    rest.prefix(16).contains { $0.isDash && !$0.touchesPrevious }
  }

  /// "(Báo Tin Mới)", "(Vân Sa, 12/3/2025)": all of it in brackets.
  private var enclosed: (place: String?, agencies: [String])? {
    guard head.count > 2, head[0].isOpening, head[head.count - 1].isClosing else { return nil }
    return named(head[1..<(head.count - 1)])
  }

  /// "Van Sa (Reuters Health)", "VÂN SA (TMO, 12/3)": a place, and an outlet in brackets.
  private var placeAndOutlet: (place: String?, agencies: [String])? {
    guard let opening = head.lastIndex(where: \.isOpening), opening > 0,
      head[head.count - 1].isClosing, let place = placeBeforeDay(head[..<opening]),
      let inside = named(head[(opening + 1)..<(head.count - 1)])
    else { return nil }
    return (place, inside.agencies.isEmpty ? inside.place.map { [$0] } ?? [] : inside.agencies)
  }

  /// "VAN SA, April 5 /PRNewswire/": a place, a day, and a house between slashes.
  private var slashed: (place: String?, agencies: [String])? {
    guard let first = head.firstIndex(where: { $0.isMark("/") && !$0.touchesPrevious }),
      first > 0, first + 2 < head.count, head[head.count - 1].isMark("/"),
      let place = placeBeforeDay(head[..<first]),
      let house = name(head[(first + 1)..<(head.count - 1)])
    else { return nil }
    return (place, [house])
  }

  /// "Van Sa | Reuters"
  private var barred: (place: String?, agencies: [String])? {
    guard let bar = head.firstIndex(where: { $0.isMark("|") }), bar > 0,
      let place = placeBeforeDay(head[..<bar]), names.isRegistered(head[(bar + 1)...]),
      let agencies = names.names(in: head[(bar + 1)...])
    else { return nil }
    return (place, agencies)
  }

  /// "PORT ANN, Norland, April 5, 2025" → PORT ANN, Norland
  private func placeBeforeDay(_ words: ArraySlice<Word>) -> String? {
    let dates = DateText(words: Array(words), bytes: story.bytes)
    let day = words.indices.first {
      words[$0].kind == .number
        || $0 > words.startIndex && dates.month($0 - words.startIndex) != nil
    }
    guard let day else { return name(words) }
    guard isDay(words[day...]) else { return nil }
    var place = words[..<day]
    while let last = place.last, last.kind == .punctuation || last.shape == .lower {
      place.removeLast()
    }
    return name(place)
  }

  /// "VÂN SA, 12/3/2025": a place and a day.
  private var dated: (place: String?, agencies: [String])? {
    guard !head[0].isOpening, let comma = head.firstIndex(where: { $0.isMark(",") }),
      isDay(head[(comma + 1)...]), let place = name(head[..<comma])
    else { return nil }
    return (place, [])
  }

  /// "TMO": an outlet by its initials.
  private var initials: (place: String?, agencies: [String])? {
    guard head.count == 1, head[0].shape == .upper, (2...6).contains(head[0].letters) else {
      return nil
    }
    return (nil, [story.name(TextSpan(head[0].start, head[0].end))])
  }

  /// A place or an outlet, and perhaps a day behind a comma.
  private func named(_ words: ArraySlice<Word>) -> (place: String?, agencies: [String])? {
    var words = words
    if let comma = words.firstIndex(where: { $0.isMark(",") || $0.isDash && !$0.touchesPrevious }) {
      guard isDay(words[(comma + 1)...]) else { return nil }
      words = words[..<comma]
    }
    guard let written = name(words) else { return nil }
    if let known = knownHead(words) { return (nil, [known]) }
    let isInitials = words.count == 1 && words.first?.shape == .upper
    return isInitials || names.namesOutlet(words) ? (nil, [written]) : (written, [])
  }

  /// "Reuters Health" → "Reuters": a house of the register with words of its own behind it.
  private func knownHead(_ words: ArraySlice<Word>) -> String? {
    for count in stride(from: words.count, through: 1, by: -1)
    where names.isRegistered(words.prefix(count)) {
      return names.names(in: words.prefix(count))?.first
    }
    return nil
  }

  /// Capitalised words, a small one between them at most: "Ho Chi Minh City", "NEW HARBOR and CLINTON".
  private func name(_ words: ArraySlice<Word>) -> String? {
    guard let first = words.first, let last = words.last, first.isName,
      last.isName || last.isClosing,
      words.count <= Self.longestName,
      words.allSatisfy({ $0.isName || $0.kind == .punctuation || $0.letters <= 4 })
    else { return nil }
    let small = words.filter { $0.shape == .lower }.count
    guard small * 2 < words.count, !words.contains(where: \.isOpeningQuote),
      !words.contains(where: { $0.kind == .number })
    else { return nil }
    return story.name(TextSpan(first.start, last.end))
  }

  private func isDay(_ words: ArraySlice<Word>) -> Bool {
    guard words.contains(where: { $0.kind == .number }) else { return false }
    let all = Array(words)
    let dates = DateText(words: all, bytes: story.bytes)
    return all.indices.allSatisfy { all[$0].kind != .word || dates.isDayWord($0) }
  }
}
