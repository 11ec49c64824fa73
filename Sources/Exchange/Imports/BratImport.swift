internal import ClaimModel

/// Reads brat standoff: the files of a folder or an archive.
package struct BratImport {
  private var file = ImportedFile()

  /// `files`: names without their folder, and bytes.
  package static func read(
    _ files: [(name: String, bytes: [UInt8])], file: String
  ) throws(ImportFault) -> ImportedFile {
    let texts = Dictionary(
      files.filter { $0.name.hasSuffix(".txt") }.map {
        (base($0.name), String(decoding: $0.bytes, as: UTF8.self))
      }, uniquingKeysWith: { first, _ in first })
    let annotations = files.filter { $0.name.hasSuffix(".ann") }.sorted { $0.name < $1.name }
    guard !annotations.isEmpty else {
      throw ImportFault(
        "brat standoff", file: file, problem: "no .ann file",
        remedy: "give a folder or a zip archive with a .ann and a .txt for each story, or one .ann")
    }
    var reader = BratImport()
    for entry in annotations {
      var trace = StoryTrace()
      trace.names = [base(entry.name), base(entry.name) + ".txt"]
      trace.text = texts[base(entry.name)]
      var document = BratDocument(entry.name, trace)
      document.read(String(decoding: entry.bytes, as: UTF8.self), &reader.file)
      reader.file.claims += document.claims(&reader.file)
    }
    return reader.file
  }

  /// "corpus/a1.ann" → "a1"
  private static func base(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return String(last.dropLast(4))
  }
}

/// One .ann file.
private struct BratDocument {
  private let name: String
  private let story: StoryTrace
  private var spans = [String: (line: Int, type: String, pieces: [ImportedPiece])]()
  private var events = [
    String: (line: Int, type: String, trigger: String, roles: [(String, String)])
  ]()
  /// In the order of the file.
  private var order = [String]()
  /// What attributes and notes say of an annotation: type and words.
  private var said = [String: [(line: Int, type: String, words: String)]]()

  init(_ name: String, _ story: StoryTrace) { (self.name, self.story) = (name, story) }

  private func place(_ line: Int) -> String { "\(name), line \(line)" }

  mutating func read(_ text: String, _ file: inout ImportedFile) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if !line.isEmpty, !read(line: line, number + 1) {
        file.remark(place(number + 1), "cannot be read: '\(line.prefix(60))'")
      }
    }
  }

  private mutating func read(line: Substring, _ number: Int) -> Bool {
    let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1, let key = parts[0].first else { return false }
    let words = parts[1].split(separator: " ")
    let id = String(parts[0])
    switch key {
    case "T": return readSpan(id, parts[1], parts.count > 2 ? String(parts[2]) : "", number)
    case "E":
      let pairs = words.map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
      guard let first = pairs.first, pairs.allSatisfy({ $0.count == 2 }) else { return false }
      events[id] = (number, first[0], first[1], pairs.dropFirst().map { ($0[0], $0[1]) })
      order.append(id)
    case "A", "M":
      guard words.count > 1 else { return false }
      let value = words.dropFirst(2).joined(separator: " ")
      said[String(words[1]), default: []].append((number, String(words[0]), value))
    case "#":
      guard words.count > 1, parts.count > 2 else { return false }
      said[String(words[1]), default: []].append(
        (number, String(words[0]), BratText.unescaped(parts[2])))
    default: return false
    }
    return true
  }

  /// "Source 0 15;20 22"
  private mutating func readSpan(
    _ id: String, _ text: Substring, _ words: String, _ number: Int
  ) -> Bool {
    guard let blank = text.firstIndex(of: " ") else { return false }
    var pieces = [ImportedPiece]()
    for part in text[blank...].split(separator: ";") {
      let ends = part.split(separator: " ").map { Int($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end else {
        return false
      }
      pieces.append(ImportedPiece(start: start, end: end))
    }
    if pieces.count == 1 { pieces[0].exact = words }
    spans[id] = (number, String(text[..<blank]), pieces)
    order.append(id)
    return !pieces.isEmpty
  }

  func claims(_ file: inout ImportedFile) -> [ImportedClaim] {
    let triggers = Set(events.values.map(\.trigger))
    return order.compactMap { id in
      let event = events[id]
      let isParted = event == nil && triggers.contains(id)
      guard !isParted, let span = spans[event?.trigger ?? id] else { return nil }
      let (line, type) = (event?.line ?? span.line, event?.type ?? span.type)
      guard type == "Claim" || type.hasPrefix("Claim_") else {
        if event != nil || !["Source", "Cue", "Hop"].contains(type) {
          file.remark(place(line), "left out: the type '\(type)' is none of theo's")
        }
        return nil
      }
      var claim = ImportedClaim(place: place(line))
      claim.story = story
      claim.pieces = span.pieces
      if type != "Claim" { claim.verdict = SheetWords.verdict(String(type.dropFirst(6))) }
      for (role, target) in event?.roles ?? [] { take(role, target, &claim) }
      for fact in said[id] ?? [] { take(fact, &claim, &file) }
      return claim
    }
  }

  private func take(_ role: String, _ target: String, _ claim: inout ImportedClaim) {
    guard let span = spans[target] else { return }
    if role.hasPrefix("Source") { claim.source += span.pieces }
    if role.hasPrefix("Cue") { claim.cue += span.pieces }
  }

  private func take(
    _ fact: (line: Int, type: String, words: String), _ claim: inout ImportedClaim,
    _ file: inout ImportedFile
  ) {
    switch fact.type {
    case "Verdict":
      claim.verdict = SheetWords.verdict(fact.words)
      if claim.verdict == nil { file.remark(place(fact.line), SheetWords.unknown(fact.words)) }
    case "Credibility":
      claim.credibility = Int(fact.words).flatMap(Credibility.init)
      if claim.credibility == nil {
        file.remark(place(fact.line), "expected a credibility of 1 to 6, found '\(fact.words)'")
      }
    case "Theo": claim.id = fact.words
    case "Speaker": claim.speakers.append(fact.words)
    case "AnnotatorNotes": claim.notes.append(fact.words)
    case "Tag": claim.tags.append(fact.words)
    case "Evidence": claim.evidence.append(fact.words)
    default: file.remark(place(fact.line), "left out: '\(fact.type)' is none of theo's")
    }
  }
}
