extension Range<Int> {
  /// The `count` places behind it that come before `end`; none where it reaches to `end` or beyond,
  /// as a name does that has a conjunction in it: "Nothing But Thieves".
  func behind(_ count: Int, before end: Int) -> Range<Int> {
    upperBound..<Swift.max(upperBound, Swift.min(end, upperBound + count))
  }
}
