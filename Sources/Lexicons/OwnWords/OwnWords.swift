/// A newsroom's own words: tables in the form of the embedded ones, which go before these.
///
/// | table | columns |
/// |---|---|
/// | `agencies.tsv` | name, kind, country, other names |
/// | `vi-cues.tsv`, `en-cues.tsv` | class, cues |
/// | `cues.tsv` | language, class, cues |
/// | `titles.tsv` | words, language, group, gender |
/// | `units.tsv` | words, language, class |
/// | `places.tsv` | code, names and capitals in Vietnamese and English |
///
/// As there, "#" begins a comment line, ";" stands between the items of a list, and columns at
/// the end that may be empty may be left out.
package struct OwnWords: Sendable, Hashable {
  /// A table as it was found: its name without folders, and its bytes, UTF-8 with or without a
  /// byte order mark.
  package struct File: Sendable, Hashable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// A word or phrase of a table, and where it stands: "own cue 'hé lộ', cues.tsv line 3".
  package struct Entry: Sendable, Hashable {
    package enum Subject: String, Sendable, Hashable, CaseIterable {
      case agency, cue, title, unit, place
    }

    package let subject: Subject
    /// As the table has them; of an agency its canonical name, of a place the name that is shown.
    package let words: String
    /// Every way to write it, `words` among them.
    package let forms: [String]
    /// What the table says of it: a class, a group, a kind; of a place its code.
    package let value: String
    /// The language's code; "*" for any.
    package let language: String
    package let file: String
    /// From 1.
    package let line: Int

    package init(
      _ subject: Subject, _ words: String, forms: [String], value: String, language: String,
      file: String, line: Int
    ) {
      self.subject = subject
      self.words = words
      self.forms = forms
      self.value = value
      self.language = language
      self.file = file
      self.line = line
    }

    /// "own cue 'hé lộ', cues.tsv line 3"
    package var description: String { "own \(subject.rawValue) '\(words)', \(file) line \(line)" }
  }

  /// No words of one's own.
  package static let none = OwnWords(entries: [], lists: [])

  /// In the order of files and lines.
  package let entries: [Entry]
  /// The rows of each table under its embedded name; `cues.tsv` is split into those of its
  /// languages.
  let lists: [WordList]

  package var isEmpty: Bool { entries.isEmpty }

  /// Reads and checks tables; throws every fault in them. No file is opened.
  package init(_ files: [File]) throws(OwnWordsError) {
    var reader = OwnWordsReader()
    for file in files { reader.read(file) }
    guard reader.faults.isEmpty else { throw OwnWordsError(faults: reader.faults) }
    self.init(entries: reader.entries, lists: reader.lists)
  }

  /// What is right in tables, and every fault in them: a line with a fault is left out, of a file
  /// that no table is called like all. No file is opened.
  package static func checked(_ files: [File]) -> (words: OwnWords, faults: [OwnWordsFault]) {
    var reader = OwnWordsReader()
    for file in files { reader.read(file) }
    return (OwnWords(entries: reader.entries, lists: reader.lists), reader.faults)
  }

  /// Entries as a session keeps them, to tell which claims rest on them. No story can be read with
  /// them: what else their tables said is not kept.
  package init(kept entries: [Entry]) { self.init(entries: entries, lists: []) }

  private init(entries: [Entry], lists: [WordList]) {
    self.entries = entries
    self.lists = lists
  }

  /// The entries of a subject in a language, or in any.
  package func entries(_ subject: Entry.Subject, of language: String) -> [Entry] {
    entries.filter { entry in
      entry.subject == subject && (entry.language == language || entry.language == "*")
    }
  }

  /// The names of the tables that are read.
  package static var tables: [String] { OwnTable.all.map(\.name) }
}
