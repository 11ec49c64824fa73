internal import ClaimModel

extension WrittenLanguage {
  package static let english = WrittenLanguage(
    code: .english,
    recognition: Recognition(
      functionWords: Recognition.listedWords(of: .english), functionWordShare: 5),
    layout: {
      var layout = Layout()
      layout.authorHasOwnLine = true
      layout.headlinesMayBeSentences = true
      layout.datelinesInCapitals = true
      return layout
    }(), terms: .stems(endings: ["ing", "ed", "es", "s"].map { Array($0.utf8) }),
    titlesMayBeNames: false)
}
