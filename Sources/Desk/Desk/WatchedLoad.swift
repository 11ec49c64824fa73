import ClaimModel
import FactStore
import TerminalText

/// How what came into a watched folder is taken in.
enum WatchedLoad {
  /// Takes stories in, as one operation; those of a file that was read before with other bytes
  /// become new versions of what that gave.
  static func take(
    _ arrivals: [ReadArrival], into desk: inout Desk, _ told: inout WatchedArrivals
  ) throws(UserError) {
    let again = arrivals.filter(\.isAnew).flatMap(\.articles)
    if !again.isEmpty {
      do {
        told.changed = try desk.enter(again, .updateKnown)
      } catch {
        throw error as? UserError ?? UserError(Interrupted())
      }
    }
    let fresh = arrivals.filter { !$0.isAnew }.flatMap(\.articles)
    guard !fresh.isEmpty else { return }
    told.operations = [try desk.perform(.load(joined(fresh, to: desk.store)))]
  }

  /// Apart, so that the joiner's copy of the store is gone before the store is changed.
  private static func joined(_ articles: [LoadedArticle], to store: FactStore) -> [LoadedArticle] {
    var joiner = PersonJoiner(store)
    return articles.map { joiner.joined($0) }
  }
}
