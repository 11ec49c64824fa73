extension EncoderFinder {
  /// What the encoder finds by itself, for measuring it.
  package func attributions(in story: Story, least: Float) -> [AttributionDraft] {
    reading(of: story).decodings.filter { $0.confidence >= least }.map {
      AttributionDraft(content: $0.content, cue: [$0.cue], source: $0.source.map { [$0] } ?? [])
    }
  }
}
