import ArgumentParser

/// Thousands of files on one line, taken past the argument parser, whose time grows with the
/// square of the number of words.
///
/// Of a run of words that no option can take as its value the parser sees the first alone; the
/// others are put back behind it.
///
/// `extract a.txt b.txt --format csv c.txt` → `extract a.txt --format csv c.txt`, b.txt aside
struct ManyWords {
  /// Below this many words nothing is taken aside.
  private static let fewest = 32

  /// What the parser is to see.
  private(set) var shown = [String]()
  /// Words taken aside, each with the one it stood behind, which is shown.
  private var aside = [(first: String, others: [String])]()

  init(_ words: [String]) {
    guard words.count >= Self.fewest, !words.contains("--") else {
      shown = words
      return
    }
    var isRun = false
    for (place, word) in words.enumerated() {
      // "-" is standard input, a word behind an option may be its value.
      let isPlain = word == "-" || !word.hasPrefix("-")
      let isValue = place > 0 && words[place - 1].hasPrefix("-") && words[place - 1] != "-"
      if !isPlain || isValue {
        shown.append(word)
        isRun = false
      } else if isRun {
        aside[aside.count - 1].others.append(word)
      } else {
        shown.append(word)
        aside.append((word, []))
        isRun = true
      }
    }
  }

  /// The operands as the parser found them, with the words taken aside put back.
  func restored(_ operands: [String]) -> [String] {
    var out = [String]()
    var runs = aside[...]
    for operand in operands {
      out.append(operand)
      guard let run = runs.first, run.first == operand else { continue }
      out += run.others
      runs.removeFirst()
    }
    return out
  }
}

/// A command that takes any number of words beside its options.
package protocol TakesManyWords: ShellCommand {
  /// The words in the order in which they were given.
  var operands: [String] { get set }

  /// The command as the argument parser makes it of words without an option among them; nil where
  /// that is left to the parser, which takes as long as to read a story.
  static func plain(_ operands: [String]) -> Self?
}

extension TakesManyWords {
  package static func plain(_ operands: [String]) -> Self? { nil }

  package static func read(_ arguments: [String]) throws -> any ShellCommand {
    if arguments.allSatisfy({ !$0.hasPrefix("-") || $0 == "-" }), let command = plain(arguments) {
      return command
    }
    let words = ManyWords(arguments)
    var command = try parse(words.shown)
    command.operands = words.restored(command.operands)
    return command
  }
}
