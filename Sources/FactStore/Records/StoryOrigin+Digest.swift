internal import ClaimModel

extension Capture {
  /// What a digest is made of.
  var digestWords: [String] { [sha256, "\(length)", manner.rawValue, name ?? ""] }
}

extension StoryOrigin {
  /// What a digest is made of: every field in order, each as a list with its length before it.
  var digestWords: [String] {
    var words = [form]
    func add(_ list: [String]) {
      words.append("\(list.count)")
      words += list
    }
    add(lead.map { ["\($0.start)", "\($0.end)"] } ?? [])
    add(authors)
    add(agencies)
    for time in [published, updated, savedAt] { add(time.map { [$0.description] } ?? []) }
    for text in [section, identifier, version, savedFrom] { add(text.map { [$0] } ?? []) }
    add(notices.flatMap { [$0.kind.rawValue, $0.words, $0.until?.description ?? ""] })
    add(removed.flatMap { [$0.cause.rawValue, $0.words] })
    // Nothing of a story without entries, whose digests stand in sessions already.
    if !entries.isEmpty {
      add(
        entries.flatMap {
          ["\($0.span.start)", "\($0.span.end)", $0.time?.description ?? "", $0.words]
        })
    }
    return words
  }
}
