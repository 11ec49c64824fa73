import ClaimModel
import Desk
import Exchange
import FactStore
import Presentation
import TerminalText

/// What an import would do, claim by claim, and what of the file it has no place for.
struct ImportPlan {
  private(set) var steps: [ImportStep] = []
  private(set) var remarks: [ImportRemark]

  private let form: ImportForm
  private let desk: Desk
  private var places: StoryPlaces
  private var makers = [ArticleID: HandmadeClaim]()
  private var byText: [String: [ClaimID]]?
  private var annotators = [String: Int]()

  init(_ file: ImportedFile, _ form: ImportForm, on desk: Desk) {
    remarks = file.remarks
    self.form = form
    self.desk = desk
    places = StoryPlaces(desk.store)
    for claim in file.claims { add(claim) }
    sortRemarks()
    for (name, count) in annotators.sorted(by: { $0.key < $1.key }) {
      remarks.append(
        ImportRemark(
          place: counted(count, "claim"),
          words: "signed by '\(desk.user)' here, not by '\(name)', whom the file names"))
    }
  }

  var changeCount: Int { steps.reduce(0) { $0 + $1.changes.count } }

  private mutating func add(_ claim: ImportedClaim) {
    do throws(StoryPlaces.NotFound) {
      let subject =
        form == .webannotation || form == .brat ? try placed(claim) : .known(try named(claim))
      var words = [String]()
      let step = ImportStep(
        subject, claim, replacesNote: form == .csv || form == .xlsx, user: desk.user,
        in: desk.store
      ) { words.append($0) }
      for words in words { remark(claim, words) }
      guard !step.changes.isEmpty else { return }
      steps.append(step)
      if let name = claim.annotator, name != desk.user, !step.marks.isEmpty {
        annotators[name, default: 0] += 1
      }
    } catch {
      remark(claim, error.words)
    }
  }

  /// A sheet's in the order of its rows.
  private mutating func sortRemarks() {
    guard form == .csv || form == .xlsx else { return }
    func row(_ remark: ImportRemark) -> Int {
      Int(remark.place.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0
    }
    let order = remarks.indices.sorted { (row(remarks[$0]), $0) < (row(remarks[$1]), $1) }
    remarks = order.map { remarks[$0] }
  }

  private mutating func remark(_ claim: ImportedClaim, _ words: String) {
    let id = claim.id.map { "\($0): " } ?? ""
    remarks.append(ImportRemark(place: claim.place, words: id + words))
  }
}

// A claim by its id and its words.
extension ImportPlan {
  private mutating func named(
    _ claim: ImportedClaim
  ) throws(StoryPlaces.NotFound) -> ClaimRecord {
    let wanted = Self.key(claim.text ?? "")
    let record = claim.id.flatMap { ClaimID(parsing: $0) }.flatMap(desk.store.claim)
    if let record, isText(wanted, of: record) { return record }
    if form == .claimreview { return try byWords(wanted, claim) }
    guard let record else { throw StoryPlaces.NotFound(words: "no such claim here") }
    let text = desk.store.text(of: record)
    throw StoryPlaces.NotFound(
      words: "its words are '\(StoryPlaces.shortened(text))' here, not "
        + "'\(StoryPlaces.shortened(claim.text ?? ""))'")
  }

  /// As it stands, or as a table writes it.
  private func isText(_ wanted: String, of record: ClaimRecord) -> Bool {
    let text = desk.store.text(of: record)
    return Self.key(text) == wanted || Self.key(Sanitiser.harmless(text)) == wanted
  }

  /// One claim of these words, in the story that is named where one is.
  private mutating func byWords(
    _ wanted: String, _ claim: ImportedClaim
  ) throws(StoryPlaces.NotFound) -> ClaimRecord {
    var found = words()[wanted] ?? []
    if let story = try? places.story(claim.story) {
      found = found.filter { desk.store.articleID(of: $0) == story.id }
    }
    guard found.count == 1, let record = desk.store.claim(found[0]) else {
      let words = "'\(StoryPlaces.shortened(claim.text ?? ""))'"
      throw StoryPlaces.NotFound(
        words: found.isEmpty
          ? "no claim here says \(words)"
          : "\(found.map(\.description).joined(separator: ", ")) say \(words); which is meant "
            + "cannot be told")
    }
    return record
  }

  private mutating func words() -> [String: [ClaimID]] {
    if let byText { return byText }
    var made = [String: [ClaimID]]()
    for id in desk.store.claims {
      if let record = desk.store.claim(id) {
        made[Self.key(desk.store.text(of: record)), default: []].append(id)
      }
    }
    byText = made
    return made
  }

  /// Blanks of any kind and number are one.
  private static func key(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

// A claim by its place in a story.
extension ImportPlan {
  private mutating func placed(
    _ claim: ImportedClaim
  ) throws(StoryPlaces.NotFound) -> ImportStep.Subject {
    let story = try places.story(claim.story)
    let spans = try places.spans(claim.pieces, in: story)
    let wanted = StoryPlaces.lineless(spans, in: story.article)
    let same = desk.store.claims(in: story.id).compactMap(desk.store.claim).filter {
      StoryPlaces.lineless($0.claim.content, in: story.article) == wanted
    }
    if let known = same.first(where: { $0.id.description == claim.id }) ?? same.first {
      return .known(known)
    }
    let whole = form == .brat ? StoryPlaces.joined(spans, in: story.article) : spans
    return .new(story.id, try made(claim, whole, in: story))
  }

  private mutating func made(
    _ imported: ImportedClaim, _ spans: [TextSpan], in story: ArticleRecord
  ) throws(StoryPlaces.NotFound) -> Claim {
    let maker = makers[story.id] ?? HandmadeClaim(story, by: desk.newsroom)
    makers[story.id] = maker
    guard let first = spans.first else {
      throw StoryPlaces.NotFound(words: "no words of a story")
    }
    var claim = Claim(kind: .narrated, content: spans, context: first)
    claim.source = try places.spans(imported.source, in: story)
    claim.cue = try places.spans(imported.cue, in: story)
    claim.speaker = imported.speakers.first.map { maker.speaker($0, in: desk.store) }
    claim.kind = maker.kind(of: spans, hasSource: claim.speaker != nil || !claim.source.isEmpty)
    return maker.completed(claim)
  }
}
