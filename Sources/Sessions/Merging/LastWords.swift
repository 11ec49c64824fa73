internal import ClaimModel
internal import FactStore

/// What the annotations of one claim come to in one session, to be compared with those of
/// another: that two people judged alike, or one gave up what the other never said, is no
/// difference.
struct LastWords {
  private var verdicts: [String: Verdict] = [:]
  private var credibility: Credibility?
  private var notes: [String: Set<String>] = [:]
  private var tags: Set<String> = []
  private var evidence: Set<PortableMark.Evidence> = []
  private var captures: Set<EvidenceCapture> = []

  init(_ marks: [SignedMark<PortableMark>]) {
    for marked in marks {
      let mark = marked.mark.mark
      if let verdict = mark.verdict { verdicts[marked.user] = verdict }
      credibility = mark.credibility ?? credibility
      switch mark.removedNotes {
      case .own: notes[marked.user] = nil
      case .all: notes = [:]
      case nil: break
      }
      if let note = mark.note { notes[marked.user, default: []].insert(note) }
      tags.subtract(mark.removedTags)
      tags.formUnion(mark.tags)
      evidence.subtract(marked.mark.removedEvidence)
      evidence.formUnion(marked.mark.evidence)
      for case .words(let item) in marked.mark.removedEvidence {
        captures = captures.filter { $0.evidence != item }
      }
      captures.formUnion(mark.captures)
    }
  }

  /// The notes that stand, whoever wrote them.
  private var texts: Set<String> { notes.values.reduce(into: []) { $0.formUnion($1) } }

  /// Whether the same verdicts are given, and nobody gives another one there.
  private func judges(like other: LastWords) -> Bool {
    Set(verdicts.values).subtracting([.unchecked])
      == Set(other.verdicts.values).subtracting([.unchecked])
      && verdicts.allSatisfy { user, verdict in
        verdict == other.verdicts[user, default: verdict]
      }
  }

  /// What is left of a mark of this claim where the other session has the same otherwise.
  func difference(of marked: SignedMark<PortableMark>, from other: LastWords) -> PortableMark {
    var portable = marked.mark
    let mark = portable.mark
    if judges(like: other) || mark.verdict != verdicts[marked.user] {
      portable.mark.verdict = nil
    }
    if credibility == other.credibility || mark.credibility != credibility {
      portable.mark.credibility = nil
    }
    if let note = mark.note, other.texts.contains(note) || !texts.contains(note) {
      portable.mark.note = nil
    }
    if texts == other.texts { portable.mark.removedNotes = nil }
    portable.mark.tags.removeAll { other.tags.contains($0) || !tags.contains($0) }
    portable.mark.removedTags.removeAll { !other.tags.contains($0) || tags.contains($0) }
    portable.evidence.removeAll { other.evidence.contains($0) || !evidence.contains($0) }
    portable.removedEvidence.removeAll { !other.evidence.contains($0) || evidence.contains($0) }
    portable.mark.captures.removeAll {
      other.captures.contains($0) || !captures.contains($0)
    }
    return portable
  }
}

extension Claim {
  /// Without what explains it: how sure a rule was, and in which words.
  var asFound: Claim {
    var claim = self
    claim.reasons = []
    claim.speaker?.reason = ""
    claim.speaker?.confidence = 1
    claim.speaker?.others = []
    return claim
  }
}

extension ClaimAttribution {
  /// Without who gave it and when, and how its name is spaced.
  var named: ClaimAttribution {
    ClaimAttribution(
      source: String(decoding: KeyText.bytes(of: source), as: UTF8.self), role: role)
  }
}
