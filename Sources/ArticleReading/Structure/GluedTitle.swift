internal import ClaimModel

struct GluedTitle {
  let story: StoryText
  func title(in line: TextSpan) -> TextSpan? { nil }
}
