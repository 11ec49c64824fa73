extension LineEditor {
  func readPlainLine(prompt: StyledText) -> Event { .endOfInput }
}
