internal import ClaimModel
struct EnglishFinder {
  let story: Story
  func attributions() -> [AttributionDraft] { [] }
}
