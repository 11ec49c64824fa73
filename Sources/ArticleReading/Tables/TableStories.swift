internal import ClaimModel

/// Rows of a table as stories: names of columns first, then a story a row.
struct TableStories {
  let form: String
  /// As people call it: "a CSV table".
  let words: String
  let input: StoryInput
  let encoding: String
  let columns: StoryColumns
  private let names: [String]
  private var stories: [(story: ReceivedStory, name: String)] = []
  private(set) var errors: [ReadingError] = []
  private var textless = 0

  init(
    _ form: String, _ words: String, _ names: [String], of input: StoryInput, encoding: String
  ) throws(ReadingError) {
    self.form = form
    self.words = words
    self.input = input
    self.names = names
    self.encoding = encoding
    columns = StoryColumns(names, given: input.columns)
    let named = names.filter { !TextTrim.isBlank($0) }
    let list =
      "its columns are " + named.prefix(30).map { "\"\($0.prefix(60))\"" }.joined(separator: ", ")
    let missing = StoryColumns.missing(input.columns, among: names)
    if let first = missing.first {
      throw error(nil, "no column \"\(first)\"; \(list)", "name one of these: --columns text=NAME")
    }
    guard columns.hasText else {
      throw error(nil, "no column of text; \(list)", "say which one it is: --columns text=NAME")
    }
  }

  private func error(_ place: String?, _ problem: String, _ remedy: String) -> ReadingError {
    ReadingError(
      input: input.name,
      kind: .malformed(form: words, place: place, problem: problem, remedy: remedy))
  }

  /// Row `number` counts from 1, below the names; `line` is where it begins, if the form has lines.
  mutating func add(_ cells: [String], number: Int, line: Int? = nil) {
    if cells.allSatisfy(TextTrim.isBlank) { return }
    var row = StoryRow()
    for (field, place) in columns.places where place < cells.count { row[field] = cells[place] }
    guard row[.text] != nil else {
      textless += 1
      return
    }
    let name = row[.id] ?? "\(input.name)#\(number)"
    do throws(StoryRow.Fault) {
      stories.append((try row.story(form: form, encoding: encoding), name))
    } catch {
      let place = line.map { "line \($0)" } ?? "row \(number + 1)"
      errors.append(self.error(place, error.problem, error.remedy))
    }
  }

  /// Hands the stories over, once the whole table was read.
  func finish(_ body: (Article) -> Void) -> [ReadingError] {
    if stories.isEmpty, errors.isEmpty {
      return [error(nil, "no row with text", "give a table with a story a row")]
    }
    input.passedOver(columns.unused)
    if textless > 0 {
      let rows = textless == 1 ? "1 row" : "\(textless) rows"
      input.told("\(input.name): \(rows) without text passed over")
    }
    for (story, name) in stories {
      if let article = ArticleReader.article(of: story, named: name, words: input.words) {
        body(article)
      }
    }
    return errors
  }
}
