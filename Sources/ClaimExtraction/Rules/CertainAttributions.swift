internal import ClaimModel

/// What the form of a text settles, whatever the taggers say: speakers before colons and behind
/// dashes, lists below a source.
struct CertainAttributions {
  let drafts: [AttributionDraft]
  /// Sentences that go on with a speaker, unless something else is found in them.
  let continuing: [AttributionDraft]

  /// `ruled` is what the rules found: some of it is certain.
  init(_ story: Story, ruled: [AttributionDraft] = []) {
    guard story.language.code != .unknown else {
      (drafts, continuing) = ([], [])
      return
    }
    let labels = SpeakerLabels(story: story).drafts()
    drafts =
      labels.filter(\.isCertain) + LeadIns(story: story).drafts()
      + DashSpeakers(story: story).drafts() + FramedQuotations(story: story).drafts()
      + ruled.filter(\.isCertain)
    continuing = labels.filter { !$0.isCertain }
  }

  /// The candidates that do not contradict: none by the words of a label, none of its content but
  /// with a cue inside of it.
  func others(_ candidates: [DraftCandidate]) -> [DraftCandidate] {
    if drafts.isEmpty { return candidates }
    return candidates.filter { one in
      let cue = one.cue
      let content = one.tagged?.content ?? one.ruled?.content ?? []
      let source = one.taggedSource + (one.ruled?.source ?? [])
      return !drafts.contains {
        contradicts(cue, content, $0) || opens($0, with: cue, of: source)
      }
    }
  }

  /// "Ông Mỹ: Đề nghị dừng 3 dự án": a verb without a subject at the head of somebody's words is
  /// what he or she says, and nobody else's.
  private func opens(
    _ draft: AttributionDraft, with cue: [Range<Int>], of source: [Range<Int>]
  ) -> Bool {
    draft.cue.isEmpty && draft.content.first?.lowerBound == cue.first?.lowerBound
      && source.allSatisfy { own in draft.source.contains { $0.overlaps(own) } }
  }

  private func contradicts(
    _ cue: [Range<Int>], _ content: [Range<Int>], _ draft: AttributionDraft
  ) -> Bool {
    let own = draft.source + draft.cue
    if own.contains(where: { range in (cue + content).contains { $0.overlaps(range) } }) {
      return true
    }
    if draft.settles.contains(where: { range in cue.contains { $0.overlaps(range) } }) {
      return true
    }
    let isInside = cue.contains { range in draft.content.contains { $0.contains(range.lowerBound) }
    }
    return !isInside && CombinedFinder.overlap(content, draft.content) > 0.3
  }

  /// With what the rules alone found, where there is no tagger.
  func joined(to ruled: [AttributionDraft]) -> [AttributionDraft] {
    completed(
      drafts
        + ruled.filter { !$0.isCertain && !drafts.contains(where: contradicted(by: $0)) })
  }

  private func contradicted(by draft: AttributionDraft) -> (AttributionDraft) -> Bool {
    { contradicts(draft.cue, draft.content, $0) }
  }

  /// What was found, with the sentences that go on where nothing else is found in them.
  func completed(_ found: [AttributionDraft]) -> [AttributionDraft] {
    found
      + continuing.filter { draft in
        !found.contains { one in
          (one.content + one.cue + one.source).contains { range in
            draft.content.contains { $0.overlaps(range) }
          }
        }
      }
  }
}
