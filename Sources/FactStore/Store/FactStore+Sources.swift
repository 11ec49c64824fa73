internal import ClaimModel
internal import Lexicons

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
  /// the start of one; in order of entry. Nil if one of them has no letter and no digit.
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

extension FactStore {
  /// Canonical names of the sources whose name or alias is nearest to `name` by edits of the
  /// folded letters, at most a third of its length away; nearest first, five at most.
  package func nearestSources(to name: some StringProtocol) -> [String] {
    let wanted = Array(SourceName.foldedKey(name).utf8)
    let limit = max(1, wanted.count / 3)
    let scored = sources.compactMap { record -> (Int, String)? in
      let distances = record.source.names.compactMap {
        NearestName.distance(wanted, Array(SourceName.foldedKey($0).utf8), limit: limit)
      }
      return distances.min().map { ($0, record.name) }
    }
    return scored.sorted { $0 < $1 }.prefix(5).map(\.1)
  }
}
