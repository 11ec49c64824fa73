internal import ClaimModel
internal import Languages
internal import Lexicons

/// Whose a picture is, where its caption says so: "Cây cầu. Ảnh: TTXVN".
enum CaptionCredits {
  /// The captions, those without a credit with the one that their text ends with.
  static func filled(
    _ captions: [Caption], in bytes: UnsafeBufferPointer<UInt8>, _ language: WrittenLanguage,
    _ words: ReadingWords
  ) -> [Caption] {
    guard captions.contains(where: { $0.credit == nil }) else { return captions }
    let story = StoryText(bytes, agencies: words.agencies)
    let credits = CreditFinder(story: story, layout: language.layout).credits()
    return captions.map { caption in
      guard caption.credit == nil,
        let credit = credits.last(where: { $0.span.overlaps(caption.span) })?.name
      else { return caption }
      var caption = caption
      caption.credit = credit
      return caption
    }
  }
}
