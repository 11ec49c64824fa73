package import ClaimModel

/// What one annotation of a claim sets; nil and empty fields leave things as they are.
package struct ClaimMark: Sendable, Hashable {
  package var verdict: Verdict?
  package var credibility: Credibility?
  package var note: String?
  package var tags: [String]
  package var removedTags: [String]
  /// URLs, or ids of claims that bear on this one.
  package var evidence: [String]
  package var removedEvidence: [String]
  /// Whose earlier notes go before `note` comes.
  package var removedNotes: NoteScope?
  /// Pieces of evidence as they were kept. A piece that is not in the list of evidence joins it; one
  /// that is taken away goes with all that was kept of it.
  package var captures: [EvidenceCapture]
  package init(
    verdict: Verdict? = nil, credibility: Credibility? = nil, note: String? = nil,
    tags: [String] = [], removedTags: [String] = [], evidence: [String] = [],
    removedEvidence: [String] = [], removedNotes: NoteScope? = nil,
    captures: [EvidenceCapture] = []
  ) {
    self.verdict = verdict
    self.credibility = credibility
    self.note = note
    self.tags = tags
    self.removedTags = removedTags
    self.evidence = evidence
    self.removedEvidence = removedEvidence
    self.removedNotes = removedNotes
    self.captures = captures
  }
}

/// Notes that an annotation takes away.
package enum NoteScope: String, Sendable, Hashable, CaseIterable {
  /// Those of whoever makes the annotation.
  case own
  /// Everybody's.
  case all
}

/// What one annotation of a source sets; nil and empty fields leave things as they are.
package struct SourceMark: Sendable, Hashable {
  package var reliability: Reliability?
  package var note: String?
  package var tags: [String]
  package var removedTags: [String]
  /// Whose earlier notes go before `note` comes.
  package var removedNotes: NoteScope?
  /// The source that it is a part of, by any name.
  package var parent: String?
  package init(
    reliability: Reliability? = nil, note: String? = nil, tags: [String] = [],
    removedTags: [String] = [], removedNotes: NoteScope? = nil, parent: String? = nil
  ) {
    self.reliability = reliability
    self.note = note
    self.tags = tags
    self.removedTags = removedTags
    self.removedNotes = removedNotes
    self.parent = parent
  }
}

extension ClaimMark {
  /// Whether it sets nothing.
  package var isEmpty: Bool { self == ClaimMark() }
}

extension SourceMark {
  /// Whether it sets nothing.
  package var isEmpty: Bool { self == SourceMark() }
}

/// What somebody found two claims to be.
package enum MatchRuling: String, Sendable, Hashable, CaseIterable {
  /// They say the same thing, or answer the same question.
  case confirmed
  case rejected
}

/// That a claim is, or is not, the same as another, by whom and when.
package struct RuledMatch: Sendable, Hashable {
  package var other: ClaimID
  package var ruling: MatchRuling
  package var user: String
  package var time: Timestamp
}

/// Notes with who wrote them, oldest first.
package struct SignedNotes: Sendable, Hashable {
  private var notes: [Note] = []

  private struct Note: Sendable, Hashable {
    var text: String
    var user: String
  }

  init() {}

  package var texts: [String] { notes.map(\.text) }

  package func texts(by user: String) -> [String] {
    notes.filter { $0.user == user }.map(\.text)
  }

  /// A new note in the place of those that it takes away.
  mutating func take(_ text: String?, without removed: NoteScope?, by user: String) {
    switch removed {
    case .own: notes.removeAll { $0.user == user }
    case .all: notes = []
    case nil: break
    }
    if let text { notes.append(Note(text: text, user: user)) }
  }
}

/// An annotation with who made it and when.
package struct SignedMark<Mark: Sendable & Hashable>: Sendable, Hashable {
  package var mark: Mark
  package var user: String
  package var time: Timestamp

  package init(mark: Mark, user: String, time: Timestamp) {
    self.mark = mark
    self.user = user
    self.time = time
  }
}
