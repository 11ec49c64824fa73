import ArgumentParser
import ClaimModel
import FactStore
import Lexicons
import Presentation

/// In which order claims are listed.
package enum ClaimOrder: String, CaseIterable, Sendable {
  case id, worth, speaker, via, article, date, verdict, kind

  /// What these things are called elsewhere, so that nobody has to look it up.
  private static let otherNames: [String: ClaimOrder] = [
    "said": .speaker, "who": .speaker, "source": .speaker, "agency": .via, "agencies": .via,
    "in": .article, "story": .article, "title": .article, "day": .date, "when": .date,
    "status": .verdict, "type": .kind, "number": .id, "score": .worth, "priority": .worth,
  ]
}

extension ClaimOrder: ExpressibleByArgument {
  package init?(argument: String) {
    let name = argument.lowercased()
    guard let order = ClaimOrder(rawValue: name) ?? Self.otherNames[name] else { return nil }
    self = order
  }
}

extension ClaimOrder {
  /// Claims in this order; equal ones by id, those that lack what is asked for last.
  func sorted(_ claims: [ClaimID], in store: FactStore) -> [ClaimID] {
    switch self {
    case .id: return claims
    case .worth: return store.worthiestFirst(claims)
    default:
      let keyed = claims.map { (key: key($0, in: store), id: $0) }
      return keyed.sorted { ($0.key, $0.id.number) < ($1.key, $1.id.number) }.map(\.id)
    }
  }

  private func key(_ id: ClaimID, in store: FactStore) -> SortKey {
    guard let record = store.claim(id) else { return SortKey(rank: .max) }
    switch self {
    case .id, .worth: return SortKey(rank: id.number)
    case .speaker:
      return Self.names(record.attributions.filter { $0.role == .saidBy }.map(\.source))
    case .via: return Self.names(record.via)
    case .article: return SortKey(rank: record.articleID.number)
    case .verdict: return SortKey(rank: Verdict.allCases.firstIndex(of: record.verdict) ?? .max)
    case .kind: return SortKey(rank: ClaimKind.allCases.firstIndex(of: record.claim.kind) ?? .max)
    case .date: return Self.date(record, in: store)
    }
  }

  /// Marks and case part only what is the same without them.
  private static func names(_ names: [String]) -> SortKey {
    let names = joined(names)
    return names.isEmpty
      ? SortKey(rank: 1) : SortKey(rank: 0, text: Folding.folded(names) + "\u{0}" + names)
  }

  /// The first day that a claim speaks of, in the story's year where it names none; else the
  /// story's own day.
  private static func date(_ record: ClaimRecord, in store: FactStore) -> SortKey {
    let story = store.article(record.articleID)?.article.date?.description
    let dates = record.claim.dates.map(\.iso).compactMap { iso in
      iso.hasPrefix("--") ? story.map { String($0.prefix(4)) + iso.dropFirst(1) } : iso
    }
    guard let first = dates.min() ?? story else { return SortKey(rank: 1) }
    return SortKey(rank: 0, text: first)
  }
}

private struct SortKey: Comparable {
  var rank: Int
  var text = ""
  static func < (a: Self, b: Self) -> Bool { (a.rank, a.text) < (b.rank, b.text) }
}
