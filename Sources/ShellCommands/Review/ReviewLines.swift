import ClaimModel
import FactStore
import JSONText

/// A review line by line, for terminals that repaint nothing and for answers from a pipe: `t`,
/// `half-true`, `n Xinhua: 11`.
struct ReviewLines {
  private let context: CommandContext
  private let answers: AnswerLines
  private var count = 0
  private var shown: ClaimID?

  init(_ context: CommandContext, _ answers: AnswerLines) {
    self.context = context
    self.answers = answers
  }

  mutating func run(_ session: inout ReviewSession, on desk: inout Desk) throws {
    try tell([StyledText("One answer a line; ? lists them, q leaves.", .dim)])
    while try step(&session, on: &desk) {}
  }

  /// False at the end.
  private mutating func step(
    _ session: inout ReviewSession, on desk: inout Desk
  ) throws -> Bool {
    guard let id = session.queue.current else {
      return try startOver(&session, desk.store)
    }
    if id != shown { try show(id, session, desk) }
    shown = id
    guard let line = answers.next("\(id) verdict: ") else {
      guard answers.isTyped || count > 0 else { throw ReviewCommand.noAnswers }
      return false
    }
    count += 1
    return try take(line, &session, on: &desk)
  }

  private mutating func take(
    _ line: String, _ session: inout ReviewSession, on desk: inout Desk
  ) throws -> Bool {
    let words = line.split(maxSplits: 1, omittingEmptySubsequences: true) { $0.isWhitespace }
    guard var word = words.first.map(String.init) else { return true }
    var rest = words.count > 1 ? String(words[1]) : nil
    if word.hasPrefix("/"), word.count > 1 {
      rest = String(line.drop { $0.isWhitespace }.dropFirst())
      word = "/"
    }
    guard let action = ReviewAction(word: word) else { return try refuse("'\(word)' is none") }
    if rest != nil, !action.takesText { return try refuse("nothing may follow '\(word)'") }
    session.message = StyledText()
    switch session.perform(action, on: &desk) {
    case .leave: return false
    case .ask(let question):
      let text = rest ?? (answers.isTyped ? answers.next("\(question.rawValue): ") : "")
      session.answer(question, text, on: &desk)
    case .goOn, .suspend: break
    }
    if session.view == .help {
      session.view = .claim
      try tell(ReviewHelp.lines(columns: context.renderOptions.width ?? 80))
    }
    if !session.message.isEmpty { try tell([session.message]) }
    return true
  }

  /// A slip of somebody who types is told; in answers that were written before, all that follows
  /// would go to other claims.
  private func refuse(_ what: String) throws -> Bool {
    let expected = "expected one of t m h x f u n g e s b z / ? q or its name"
    guard answers.isTyped else {
      throw ShellError.usage(
        command: ReviewCommand.name, .rule("answer \(count): \(what); \(expected)"))
    }
    try tell([StyledText("\(what); \(expected)", .warning)])
    return true
  }

  /// Behind the last claim those that were skipped can be gone through.
  private mutating func startOver(
    _ session: inout ReviewSession, _ store: FactStore
  ) throws -> Bool {
    guard answers.isTyped, session.queue.left > 0 else { return false }
    let question =
      "\(counted(session.queue.left, "claim")) skipped; Enter goes through them, q leaves: "
    guard let line = answers.next(question), ReviewAction(word: line) != .leave else {
      return false
    }
    shown = nil
    return session.queue.startOver()
  }

  private func show(_ id: ClaimID, _ session: ReviewSession, _ desk: Desk) throws {
    guard let card = ReviewCard(id, in: desk.store) else { return }
    let width = context.renderOptions.width
    let place = "\(session.queue.position + 1) of \(session.queue.claims.count)"
    var scroll = 0
    let story = card.context(columns: (width ?? 80) - 2, rows: 8, scroll: &scroll)
    try tell(
      ["", StyledText(place, .heading) + " · " + card.heading + " · " + card.place]
        + story.map { StyledText("  ") + $0 } + card.words(columns: width)
        + card.fields(columns: width))
  }

  /// Only where people read: data has the summary alone.
  private func tell(_ lines: [StyledText]) throws {
    guard context.renderOptions.format == .table else { return }
    try context.emit(.report(Report(lines, value: .null)))
  }
}

extension ReviewAction {
  fileprivate var takesText: Bool {
    switch self {
    case .note, .tag, .evidence, .find: true
    default: false
    }
  }
}
