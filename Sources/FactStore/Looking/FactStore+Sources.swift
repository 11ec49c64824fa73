internal import ClaimModel

extension FactStore {
  /// The sources that stand, in order of entry.
  package var sources: [SourceRecord] {
    registry.states.compactMap { state in
      guard case .live(let entry) = state else { return nil }
      return SourceRecord(entry)
    }
  }

  /// The sources with a name or alias that begins with what is typed, in order of entry; marks and
  /// case do not matter.
  package func sources(beginningWith typed: String, limit: Int) -> [SourceRecord] {
    registry.places(beginningWith: typed).prefix(limit)
      .compactMap { registry.entry($0).map(SourceRecord.init) }
  }

  /// The sources with a name or alias whose words begin, in their order, with the words typed:
  /// "ngoai my" → Bộ Ngoại giao Mỹ.
  package func sources(withWordsBeginning typed: String, limit: Int) -> [SourceRecord] {
    registry.places(withWordsBeginning: typed).prefix(limit)
      .compactMap { registry.entry($0).map(SourceRecord.init) }
  }

  /// The sources with a name or alias that has each of these texts, words or phrases, `an*` for
  /// the start of one; in order of entry. Nil where one of them has no letter and no digit.
  package func sources(withWords texts: [String]) -> [SourceRecord]? {
    var found: Set<Int>?
    for text in texts {
      let isPrefix = text.hasSuffix("*")
      guard let pattern = TextPattern(isPrefix ? String(text.dropLast()) : text, isPrefix: isPrefix)
      else { return nil }
      let places = Set(registry.places(matching: pattern).map(registry.standing))
      found = found?.intersection(places) ?? places
    }
    return (found ?? []).sorted().compactMap { registry.entry($0).map(SourceRecord.init) }
  }

  /// The source with this name or alias; typed without marks an accented name is found if it is
  /// the only one.
  package func source(named name: some StringProtocol) -> SourceRecord? {
    registry.place(named: name).flatMap(registry.entry).map(SourceRecord.init)
  }

  /// The names of the sources that somebody added by hand, as they are called now.
  package var addedSources: Set<String> {
    let added = log.compactMap { logged -> String? in
      guard logged.status == .stands, case .addSource(let source) = logged.operation.action
      else { return nil }
      return self.source(named: source.name)?.name
    }
    return Set(added)
  }
}
