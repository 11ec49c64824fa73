import ClaimModel
import FactStore
import Sessions
import SystemPackage
import Testing

@Suite("Replaying a session")
struct ReplayTests {
  private func document(_ text: String = SampleFile.text) throws -> SessionDocument {
    try SessionDocument(Array(text.utf8), path: "s.json")
  }

  @Test("Every operation is done again and leads to the recorded state")
  func replaysAll() throws {
    var replay = Replay(try document())
    var numbers = [Int]()
    while let step = replay.next() {
      #expect(step.isSame)
      numbers.append(step.number)
      guard case .success(let outcome) = step.result else { continue }
      #expect(outcome.number == step.number)
    }
    #expect(numbers == [1, 2, 3, 4, 5, 6])
    #expect(replay.store.digest == (try Sample.store()).digest)
    #expect(replay.store.claim(ClaimID(1))?.verdict == .halfTrue)
  }

  @Test(
    "A replay ends where it is told to",
    arguments: [(0, 0), (-3, 0), (2, 2), (6, 6), (99, 6)])
  func stops(until: Int, steps: Int) throws {
    #expect(Array(Replay(try document(), until: until)).count == steps)
  }

  @Test("A replay that is the same has no difference")
  func findsNone() throws {
    var replay = Replay(try document())
    let difference = replay.firstDifference()
    #expect(difference?.difference == nil)
  }

  @Test("The first operation that leads to another state is named")
  func findsChangedState() throws {
    let changed = SampleFile.text.replacing(
      "Tân Hoa Xã: 11\",\n      \"number", with: "Xã: 11\",\n      \"number")
    var replay = Replay(try document(changed))
    let step = replay.firstDifference()
    #expect(step?.number == 2)
    let found = try #require(step?.found.description.prefix(12))
    #expect(
      step?.difference
        == "operation 2 does not lead to the state that was saved "
        + "(expected 1cd3947e7f04…, found \(found)…)")
  }

  @Test("An operation that cannot be done is named with the reason and ends the replay")
  func findsFailure() throws {
    let changed = SampleFile.text.replacing("\"claims\": [\"c2\"]", with: "\"claims\": [\"c9\"]")
    var replay = Replay(try document(changed))
    let step = replay.firstDifference()
    #expect(step?.isSame == false)
    #expect(step?.difference == "operation 3 cannot be done: there is no claim c9; the last is c2")
    #expect(replay.next() == nil)
    #expect(replay.store.log.count == 2)
  }
}
