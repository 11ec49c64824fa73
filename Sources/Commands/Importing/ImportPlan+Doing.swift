import ClaimModel
import Desk
import FactStore
import TerminalText

extension ImportPlan {
  /// Makes the changes, as operations like any others; gives back how many they are. Where one
  /// cannot be made, those before it are taken back.
  func perform(on desk: inout Desk) throws -> Int {
    var done = 0
    do {
      try desk.grouped { desk in
        let ids = try steps.map { try $0.claim(on: &desk, &done) }
        try attribute(ids, on: &desk, &done)
        try annotate(ids, on: &desk, &done)
      }
    } catch {
      if done > 0 { _ = try? desk.perform(.undo(steps: done)) }
      throw error
    }
    return done
  }

  private func attribute(_ ids: [ClaimID], on desk: inout Desk, _ done: inout Int) throws {
    for (id, step) in zip(ids, steps) where !step.speakers.isEmpty {
      try desk.perform(.attribute(claims: [id], sources: step.speakers, role: .saidBy))
      done += 1
    }
  }

  /// Claims that get the same annotation get it in one operation; a claim's second one comes after
  /// all first ones.
  private func annotate(_ ids: [ClaimID], on desk: inout Desk, _ done: inout Int) throws {
    let rounds = steps.map(\.marks.count).max() ?? 0
    for round in 0..<rounds {
      var order = [ClaimMark]()
      var claims = [ClaimMark: [ClaimID]]()
      for (id, step) in zip(ids, steps) where round < step.marks.count {
        let mark = step.marks[round]
        if claims[mark] == nil { order.append(mark) }
        claims[mark, default: []].append(id)
      }
      for mark in order {
        try desk.perform(.annotateClaims(claims[mark] ?? [], mark))
        done += 1
      }
    }
  }
}

extension ImportStep {
  /// The claim that the step is of; one that is not there yet is added.
  fileprivate func claim(on desk: inout Desk, _ done: inout Int) throws(UserError) -> ClaimID {
    switch subject {
    case .known(let record): return record.id
    case .new(let story, let claim):
      let outcome = try desk.perform(.addClaim(story, claim))
      done += 1
      return outcome.claims.first?.id ?? desk.store.lastClaim ?? ClaimID(0)
    }
  }
}
