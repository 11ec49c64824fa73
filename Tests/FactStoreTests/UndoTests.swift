import ClaimModel
import FactStore
import Testing

@Test("Undo takes back the last change, redo does it again")
func undoAndRedo() throws {
  var store = FactStore()
  let empty = store.digest
  try store.apply(.load([Stories.fire, Stories.flood]))
  let loaded = store.digest
  try store.apply(.annotateClaims([ClaimID(2)], ClaimMark(verdict: .halfTrue, note: "?")))
  let marked = store.digest
  let outcome = try store.apply(.undo(steps: 2))
  #expect(outcome.steps == [2, 1])
  #expect(store.digest == empty)
  #expect(store.claimCount == 0)
  try store.apply(.redo(steps: 1))
  #expect(store.digest == loaded)
  #expect(store.claimCount == 6)
  try store.apply(.redo(steps: 1))
  #expect(store.digest == marked)
  #expect(store.claim(ClaimID(2))?.verdict == .halfTrue)
}
