import ClaimMemory
package import ClaimModel
import FactStore
package import TerminalText

extension Desk {
  /// Of these claims those that a past session checked; at most so many are looked for, since a
  /// load does not wait for it. None where nothing is remembered.
  package func checkedBefore(
    among claims: some Sequence<ClaimID>, limit: Int = 5000
  ) throws(UserError) -> [ClaimID] {
    guard let memory = try memoryIfAny() else { return [] }
    var found = [ClaimID]()
    let own = rememberedPath
    for id in claims.prefix(limit) {
      guard let record = store.claim(id),
        let claim = RememberedClaim(record, in: store, session: own)
      else { continue }
      do throws(MemoryError) {
        let past = try memory.recollections(of: claim, limit: 2, reach: .quick)
        if past.contains(where: { $0.claim.session != own }) { found.append(id) }
      } catch { throw UserError(error) }
    }
    return found
  }
}
