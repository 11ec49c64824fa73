import ClaimModel

/// The claims of a review in their order, and which of them are done. Steps along it cost nothing
/// that grows with the store.
struct ReviewQueue: Sendable {
  let claims: [ClaimID]
  /// The claim that is looked at; the number of claims where all were seen.
  private(set) var position = 0
  private var isDone: [Bool]
  private(set) var doneCount = 0
  /// Claims that were dropped: no step leads to them.
  private var isGone: [Bool]

  init(_ claims: [ClaimID]) {
    self.claims = claims
    isDone = Array(repeating: false, count: claims.count)
    isGone = isDone
  }

  var current: ClaimID? { position < claims.count ? claims[position] : nil }
  var left: Int { claims.count - doneCount }

  func isDone(_ position: Int) -> Bool { isDone[position] }

  mutating func set(_ position: Int, done: Bool) {
    guard isDone[position] != done else { return }
    isDone[position] = done
    doneCount += done ? 1 : -1
  }

  /// The claim is dropped, or back.
  mutating func set(_ position: Int, gone: Bool) { isGone[position] = gone }

  func isGone(_ position: Int) -> Bool { isGone[position] }

  mutating func go(to position: Int) { self.position = position }

  /// To the next claim that is not done, or behind the last one.
  mutating func advance() {
    let next = claims.indices.dropFirst(position + 1).first { !isDone[$0] }
    position = next ?? claims.count
  }

  /// False at the first claim.
  mutating func goBack() -> Bool {
    guard let before = claims.indices.prefix(position).last(where: { !isGone[$0] }) else {
      return false
    }
    position = before
    return true
  }

  /// To the first claim that is not done; false where there is none.
  mutating func startOver() -> Bool {
    guard let first = isDone.firstIndex(of: false) else { return false }
    position = first
    return true
  }

  /// To the next claim of a set, from the one behind this on and round to this one.
  mutating func find(_ wanted: Set<ClaimID>) -> Bool {
    let round = Array(min(position + 1, claims.count)..<claims.count) + Array(0..<position)
    guard let found = round.first(where: { !isGone[$0] && wanted.contains(claims[$0]) }) else {
      return false
    }
    position = found
    return true
  }
}
