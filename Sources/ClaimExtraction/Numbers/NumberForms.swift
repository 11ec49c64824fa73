/// How a language writes numbers and what they count.
final class NumberForms: Sendable {
  let words: NumberWords
  let contexts: NumberContexts
  let customs: Customs
  let scaleLookalikes: PhraseTable<Bool>

  init(words: NumberWords, contexts: NumberContexts, _ customs: Customs) {
    self.words = words
    self.contexts = contexts
    self.customs = customs
    scaleLookalikes = PhraseTable(customs.scaleLookalikes.map { ($0, true) })
  }

  struct Customs: Sendable {
    /// The mark between groups of three digits: 0x2C in "1,500".
    var groupMark: UInt8 = 0x2C
    /// A digit stands before the ten that it multiplies: "hai mươi"; else the ten is one word.
    var digitStandsBeforeTen = false
    /// "twenty-one"
    var hyphenJoinsWords = true
    /// Phrases that begin like a scale and are none: "tỷ phú" (billionaire), "triệu tập" (summon).
    var scaleLookalikes: [String] = []
    /// "hai phần ba" is 0.6667; nil where fractions are not read.
    var fraction: Fraction?
    /// Words that compare before a number, but before a small count say where: "trên hai mặt trận".
    var prepositions: KeySet = keys([])
    /// Digits that may be grouped or decimal are grouped unless a measure follows: "1.500 người".
    var groupsWithoutUnit = false
    /// A number word that alone is a unit of time: "năm" is five, and year.
    var unitOfTime: UInt64?
    /// The noun phrase that is counted ends with its first plural: "armed officers | marched".
    var unitEndsWithPlural = true
    /// A name belongs to the counted noun before it: "công dân Pháp".
    var nameFollowsUnit = false
    /// "within 15 days" is a condition to check where bounds of time count.
    var boundTimesCount = false
    /// "of" before a whole that is named: "two of its directors".
    var of: UInt64?
    /// "one in five", "một trong 10": the word between.
    var oneIn: UInt64?
    /// "hai trong số 8 người": what stands between part and whole; nil where it is not read.
    var partOfWhole: PartOfWhole?
    /// Any word may be counted, also one with a capital.
    var unitMayHaveCapital = true
  }

  /// Exact keys of "trong" and "số".
  struct PartOfWhole: Sendable {
    var of: UInt64
    var number: UInt64
  }

  /// Exact keys of the words of a fraction.
  struct Fraction: Sendable {
    var part: UInt64
    /// "nửa" behind "một".
    var half: UInt64
    /// Four as the lower number.
    var quarter: UInt64
  }
}
