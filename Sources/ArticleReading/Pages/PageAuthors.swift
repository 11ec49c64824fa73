internal import ClaimModel
internal import Lexicons

/// Who wrote a story, and whom it is from, by the lines of the page that name them.
struct PageAuthors {
  var sites = PageNames()
  private(set) var names = [String]()
  private(set) var agencies = [String]()

  static let book = PhraseBook(embedded: "page-people.tsv")
  private static let longestName = 6

  /// Takes the names of a line; gives whether it is one that names somebody.
  ///
  /// `isMarked`: its element says so. A line of the body that nothing marks has to be a name alone or
  /// to begin with a word like "Theo".
  mutating func read(_ index: Int, page: Page, isMarked: Bool, place: Place) -> Bool {
    if let source = Self.source(index, page), page.signOff(page.string(index)) == nil {
      add(agencies: [source], page)
      return true
    }
    return read(Self.line(index, page), page: page, isMarked: isMarked, place: place)
  }

  mutating func read(_ line: String, page: Page, isMarked: Bool, place: Place) -> Bool {
    let isHead = place == .head
    let text = String(decoding: ReceivedText.clean(line), as: UTF8.self)
    if isMarked, let pair = Self.pair(text), pair.allSatisfy({ isName($0, isSure: false) }) {
      return add(text: pair.joined(separator: ", "), page, isSure: true)
    }
    let by = text.hasPrefix("By ") ? String(text.dropFirst(3)) : text
    if let sign = page.signOff(by),
      sign.isCertain || !sign.agencies.isEmpty && (isMarked || !isHead)
    {
      add(agencies: sign.agencies, page)
      if let author = sign.author { _ = add(text: author, page, isSure: true) }
      return true
    }
    if !isHead, text.utf8.count < 60, text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      let sign = page.signOff(String(text[open...])), !sign.agencies.isEmpty
    {
      add(agencies: sign.agencies, page)
      return true
    }
    let (rest, label) = Self.withoutLabel(text)
    if label == "editor" { return isMarked || !isHead }
    let isSure = isMarked || label == "label"
    if isHead, !isSure { return false }
    if add(text: rest, page, isSure: isSure) { return true }
    guard place == .end, label == nil, text.unicodeScalars.first?.properties.isUppercase == true,
      text.split(separator: " ").count <= 6, text.last?.isPunctuation == false
    else { return false }
    if names.isEmpty, !sites.contains(text) { names.append(text) }
    return true
  }

  /// "BẢO HÂN - ĐỨC TRUNG (tổng hợp)": the names on both sides of a dash.
  private static func pair(_ text: String) -> [String]? {
    guard text.contains(" - ") else { return nil }
    let head = text.prefix { $0 != "(" }
    let parts = head.split(separator: " - ").map { String($0).trimmingSpaces() }
    return parts.count > 1 ? parts : nil
  }

  /// Where on the page a line stands; at the end one that is set apart signs the story.
  enum Place {
    case head, body, end
  }

  /// Of a thread, the account that wrote the first post: "tuvuon_78".
  mutating func readAccount(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard names.isEmpty, let name = words.last, words.count <= 4, name.count >= 2 else {
      return false
    }
    names.append(words.count <= 2 ? text : String(name))
    return true
  }

  struct Sign {
    var author: String?
    var agencies: [String]
    var isCertain: Bool
  }

  /// "HARROWGATE, April 23, 2024 /NewsLine/ --": the wire of a release, in its first paragraph.
  mutating func readWire(_ paragraph: String, _ page: Page) {
    guard Self.mayBeDateline(paragraph) else { return }
    // "MARLOW, Conn.--(TRADE WIRE)--Harlow Foods"
    let paragraph = paragraph.prefix(200).replacing(")--", with: ") --")
    let bytes = Array(paragraph.utf8.prefix(200))
    let isDateline = bytes.indices.dropLast(2).contains {
      (bytes[$0] == 0x29 || bytes[$0] == 0x2F) && bytes[$0 + 1] == 0x20 && bytes[$0 + 2] == 0x2D
    }
    guard isDateline else { return }
    let head = paragraph.prefix(200)
    if let end = head.ranges(of: ") -").first,
      let start = head[..<end.lowerBound].lastIndex(of: "(")
    {
      let name = String(head[head.index(after: start)..<end.lowerBound])
      let isShouted = name == name.uppercased() && name.contains(" ") && name.count <= 30
      if isShouted, page.agencies.entry(named: name) == nil { agencies.append(name) }
    }
    guard let end = head.ranges(of: "/ -").first,
      let start = head[..<end.lowerBound].lastIndex(of: "/")
    else { return }
    let name = head[head.index(after: start)..<end.lowerBound]
    if name.count <= 30, name.first?.isUppercase == true, !agencies.contains(String(name)) {
      agencies.append(String(name))
    }
  }

  /// Whether a dash stands behind a bracket or a slash.
  private static func mayBeDateline(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let head = UnsafeBufferPointer(rebasing: bytes.prefix(800))
      var at = 0
      while let dash = ByteSearch.first(0x2D, in: head, from: at) {
        let last = dash > 0 ? head[dash - 1] : 0
        let before = dash > 1 ? head[dash - 2] : 0
        if last == 0x29 || last == 0x20 && (before == 0x29 || before == 0x2F) { return true }
        at = dash + 1
      }
      return false
    }
  }

  static func signOff(_ text: String, _ facts: PageFacts, _ agencies: AgencyRegistry) -> Sign? {
    // "Theo Barlow" writes in English.
    if text.hasPrefix("Theo "), let language = facts.language?.lowercased(),
      !language.hasPrefix("vi")
    {
      return nil
    }
    let clean = ReceivedText.clean(text)
    return clean.withUnsafeBufferPointer { bytes -> Sign? in
      let story = StoryText(bytes, agencies: agencies)
      let words = story.words(TextSpan(0, bytes.count), limit: 60)
      guard !words.isEmpty, let sign = SignOffParser(story: story).parse(words) else { return nil }
      return Sign(
        author: sign.author.map(story.name), agencies: sign.agencies, isCertain: sign.isCertain)
    }
  }

  /// "Nguồn Báo Đồng Bằng: https://…" → Báo Đồng Bằng
  static func source(_ index: Int, _ page: Page) -> String? {
    let bytes = page.bytes(index)
    guard page.blocks[index].letters < 200,
      bytes.starts(with: "Ngu".utf8) || bytes.starts(with: "Theo".utf8)
    else { return nil }
    let text = String(decoding: ReceivedText.clean(page.string(index)), as: UTF8.self)
    let words = text.split(separator: " ").filter { !$0.contains("://") && !$0.contains("www.") }
    guard words.count < text.split(separator: " ").count || text.contains(":") else { return nil }
    guard let first = words.first,
      PageText(first) == PageText("Nguồn") || PageText(first) == PageText("Theo"),
      words.count > 1, words.count <= 8
    else { return nil }
    let name = words.dropFirst().joined(separator: " ").filter {
      $0 != ":" && $0 != "(" && $0 != ")"
    }
    guard let letter = name.unicodeScalars.first, letter.properties.isUppercase else { return nil }
    return name.trimmingSpaces()
  }

  mutating func readProvider(_ name: String, _ page: Page) {
    if page.agencies.entry(named: name) != nil { add(agencies: [name], page) }
  }

  private mutating func add(agencies found: [String], _ page: Page) {
    for name in found where !sites.contains(name) && !knows(name, page) { agencies.append(name) }
  }

  /// Whether an agency is named already, perhaps by another of its names.
  private func knows(_ name: String, _ page: Page) -> Bool {
    let entry = page.agencies.entry(named: name)
    return agencies.contains { known in
      known == name || entry != nil && page.agencies.entry(named: known) == entry
    }
  }

  /// Whether a line names nobody but agencies that another line named: "Copyright 2024 AFP".
  func isKnown(_ line: String, _ page: Page) -> Bool {
    guard !agencies.isEmpty, let sign = page.signOff(line), sign.author == nil,
      !sign.agencies.isEmpty
    else { return false }
    return sign.agencies.allSatisfy { knows($0, page) }
  }

  // MARK: Names

  /// The rest behind "By", "Bài, ảnh:", "Thực hiện:".
  private static func withoutLabel(_ text: String) -> (rest: String, label: String?) {
    var copy = text
    return copy.withUTF8 { bytes in
      let words = WordScanner(bytes: bytes).words(from: 0, to: bytes.count, limit: 24)
      let marks = words.prefix(9).firstIndex { $0.isMark(":") }
      if let colon = marks {
        let head = words[..<colon].filter { $0.kind != .punctuation }
        if !head.isEmpty, let (role, count) = book.match(head, at: 0), count == head.count,
          role == "label" || role == "editor" || role == "team"
        {
          let start = colon + 1 < words.count ? words[colon + 1].start : bytes.count
          let rest = String(decoding: bytes[start...], as: UTF8.self)
          return (untilEditor(rest), role == "editor" ? role : "label")
        }
      }
      guard let first = words.first,
        let (role, count) = book.match(words, at: 0, roles: ["label", "editor"]),
        count < words.count, words[count].kind == .word,
        count > 1 || [WordKey("by"), WordKey("bởi")].contains(first.key)
      else { return (text, nil) }
      return (String(decoding: bytes[words[count].start...], as: UTF8.self), role)
    }
  }

  /// "Minh An - Ảnh: Lê Ba" → Minh An
  private static func untilEditor(_ text: String) -> String {
    guard let colon = text.lastIndex(of: ":") else { return text }
    let head = text[..<colon]
    let cut = head.lastIndex { ";-–|,.".contains($0) } ?? head.startIndex
    return String(head[..<cut])
  }

  /// Whether a name stands in the text.
  private mutating func add(text: String, _ page: Page, isSure: Bool) -> Bool {
    var isFound = false
    let before = names
    for (part, isOutlet) in Self.parts(of: Self.withoutRemarks(text)) {
      if isFound, Self.isOffice(part) || Self.isTeam(part) { continue }
      var part = Self.withoutJob(Self.withoutPlace(Self.withoutBracket(part)))
      part = Self.withoutRole(part)
      if isSure, let (name, agency) = Self.withAgency(part, page) {
        add(agencies: [agency], page)
        part = name
      }
      if sites.contains(part) {
        isFound = true
      } else if page.agencies.entry(named: part) != nil {
        if isSure || isFound { add(agencies: [part], page) }
        isFound = isSure || isFound
      } else if !isOutlet, isName(part, isSure: isSure) {
        isFound = true
        let key = PageText(part)
        if !names.contains(where: { PageText($0) == key }) { names.append(part) }
      } else if !isSure {
        if isFound, isOutlet { return true }
        names = before
        return false
      }
    }
    return isFound
  }

  /// Two to six capitalised words; one where the line is surely a byline; a team.
  private func isName(_ text: String, isSure: Bool) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      guard bytes.count <= 60, !bytes.contains(0x40) else { return false }
      let words = WordScanner(bytes: bytes).words(from: 0, to: bytes.count)
      guard let first = words.first else { return false }
      if let (role, count) = Self.book.match(words, at: 0), count == words.count {
        return role == "team"
      }
      let letters = words.filter { $0.kind == .word }
      guard (isSure ? 1 : 2)...Self.longestName ~= letters.count,
        first.isName || first.shape == .mixed
      else { return false }
      guard Self.firmWords(words, ["job", "firm"]) == nil else { return false }
      return words.allSatisfy { word in
        switch word.kind {
        case .number: false
        case .punctuation: [0x2E, 0x2D, 0x27, 0x2019].contains(word.scalar)
        case .word:
          word.shape != .lower || word.touchesPrevious
            || Self.book.match([word], at: 0)?.role == "particle"
        }
      }
    }
  }

  private static func firmWords(_ words: [Word], _ roles: [String]) -> String? {
    words.indices.lazy.compactMap { book.match(words, at: $0, roles: roles)?.role }.first
  }

  /// The names, else the persons that metadata name.
  func finished(_ page: Page) -> [String] {
    guard names.isEmpty else { return names }
    var found = [String]()
    for given in page.facts.authors {
      for (part, isOutlet) in Self.parts(of: given) where !isOutlet {
        let isPlain =
          part.contains(" ") && !part.contains("_") && !sites.contains(part)
          && page.agencies.entry(named: part) == nil
        if isPlain, isName(part, isSure: false), !found.contains(part) { found.append(part) }
      }
      if !found.isEmpty { break }
    }
    return found
  }
}
