package import ClaimModel

/// An entry of the source registry with all that was said of it.
package struct SourceRecord: Sendable, Hashable {
  package var source: Source
  /// Every annotation, oldest first.
  package var marks: [SignedMark<SourceMark>]
  package var assessment: SourceAssessment

  package var name: String { source.name }
  package var reliability: Reliability? { assessment.reliability }
  package var notes: [String] { assessment.notes }
  package var tags: [String] { assessment.tags }

  init(_ entry: SourceEntry) {
    source = entry.source
    marks = entry.marks
    assessment = SourceAssessment(entry.marks)
  }
}

/// What a source's annotations come to.
package struct SourceAssessment: Sendable, Hashable {
  package var reliability: Reliability?
  package var signedNotes = SignedNotes()
  package var tags: [String] = []

  package var notes: [String] { signedNotes.texts }

  init(_ marks: [SignedMark<SourceMark>]) {
    for marked in marks {
      reliability = marked.mark.reliability ?? reliability
      signedNotes.take(marked.mark.note, without: marked.mark.removedNotes, by: marked.user)
      tags.removeAll(where: marked.mark.removedTags.contains)
      for tag in marked.mark.tags where !tags.contains(tag) { tags.append(tag) }
    }
  }
}

/// An entry of the registry that stands.
struct SourceEntry: Sendable, Hashable {
  var source: Source
  var marks: [SignedMark<SourceMark>] = []
}

extension Source {
  /// The canonical name, then the aliases.
  package var names: [String] { [name] + aliases }
}
