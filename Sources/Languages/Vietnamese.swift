internal import ClaimModel

extension WrittenLanguage {
  package static let vietnamese = WrittenLanguage(
    code: .vietnamese,
    recognition: Recognition(
      functionWords: Recognition.listedWords(of: .vietnamese), functionWordShare: 8,
      // ạ to ỹ, ă, đ, ơ, ư, and the marks of such letters where they are composed.
      ownLetters: [
        0x1EA0...0x1EF9, 0x102...0x103, 0x110...0x111, 0x1A0...0x1A1, 0x1AF...0x1B0,
        0x306...0x306, 0x309...0x309, 0x31B...0x31B, 0x323...0x323,
      ]),
    layout: {
      var layout = Layout()
      layout.listsCaptionsBelow = true
      layout.linesEndWithMarks = true
      return layout
    }(), terms: .syllablePairs, titlesMayBeNames: true)
}
