extension CommandDeclaration {
  /// The first word that begins with one dash and is neither an option of this command nor the value
  /// of one: `load -rf` → "-rf". Behind `--` there are none.
  func strayDash(in words: [String]) -> String? {
    var isValue = false
    for word in words {
      if word == "--" { return nil }
      defer { isValue = options.contains { $0.kind == .option && $0.names.contains(word) } }
      guard !isValue, word.hasPrefix("-"), !word.hasPrefix("--"), word.utf8.count > 2 else {
        continue
      }
      let name = String(word.prefix { $0 != "=" })
      if !options.contains(where: { $0.names.contains(name) }) { return word }
    }
    return nil
  }
}
