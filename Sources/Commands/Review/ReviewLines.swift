import ClaimModel
import Desk
import FactStore
import JSONText
import Presentation
import Shell
import TerminalText

/// A review line by line, for terminals that repaint nothing and for answers from a pipe: `t`,
/// `half-true`, `n Xinhua: 11`, `w Lê Thu Hà`.
struct ReviewLines {
  static let noAnswers = UsageError(
    command: "review",
    .rule("standard input has no answers; expected one a line, as in: t, half-true, n Xinhua: 11"))

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
      guard answers.isTyped || count > 0 else { throw Self.noAnswers }
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
    let steps = session.steps.count
    if case .verdict(let verdict) = action, let rest {
      session.mark(verdict, note: rest, on: &desk)
    } else {
      guard try perform(action, rest, &session, on: &desk) else { return false }
    }
    // What was put right is shown as it is now.
    if session.steps.count != steps, !action.isMark { shown = nil }
    if !session.message.isEmpty { try tell([session.message]) }
    return true
  }

  /// False where it leaves.
  private func perform(
    _ action: ReviewAction, _ rest: String?, _ session: inout ReviewSession, on desk: inout Desk
  ) throws -> Bool {
    switch session.perform(action, on: &desk) {
    case .leave: return false
    case .ask(let question):
      session.answer(question, try rest ?? ask(question, session, desk), on: &desk)
    case .goOn, .suspend: break
    }
    switch session.view {
    case .claim: break
    case .help:
      session.view = .claim
      try tell(ReviewHelp.lines(columns: context.renderOptions.width ?? 80))
    case .menu(let menu):
      session.view = .claim
      try choose(from: menu, rest, &session, on: &desk)
    }
    return true
  }

  /// What stands there now is told: a line that is not repainted cannot be edited. Nil where the
  /// line is left empty, which leaves all as it is; `-` takes a note away.
  private func ask(
    _ question: ReviewSession.Question, _ session: ReviewSession, _ desk: Desk
  ) throws -> String? {
    guard answers.isTyped else { return "" }
    let present = session.present(question, on: desk)
    guard !present.isEmpty else { return answers.next(session.prompt(question)) }
    let way = question == .words ? "Enter leaves it" : "Enter leaves it, - takes it away"
    try tell([StyledText("now: ", .dim) + StyledText(present) + StyledText(" · " + way, .dim)])
    guard let text = answers.next(session.prompt(question)), !text.isEmpty else { return nil }
    return text == "-" ? "" : text
  }

  /// A name that follows the key, or one of those that are told, by its number or written out.
  private func choose(
    from menu: ReviewMenu, _ rest: String?, _ session: inout ReviewSession, on desk: inout Desk
  ) throws {
    if let rest { return session.take(typed: rest, for: menu.purpose, on: &desk) }
    let names = menu.names.filter(\.isOfStory).prefix(12)
    if answers.isTyped {
      try tell(
        [StyledText(menu.question, .heading)]
          + names.enumerated().map { index, name in
            StyledText("  \(index + 1) ", .dim) + StyledText(name.name)
              + StyledText("  " + name.detail, .dim)
          })
    }
    let question = "a number, a name, or - for \(menu.nobody); Enter leaves it: "
    let answer = answers.isTyped ? answers.next(question) : nil
    guard let text = answer.map(ReviewSession.trimmed), !text.isEmpty else {
      session.message = StyledText("nothing chosen", .dim)
      return
    }
    let number = Int(text).flatMap { names.indices.contains($0 - 1) ? names[$0 - 1].name : nil }
    session.take(typed: number ?? text, for: menu.purpose, on: &desk)
  }

  /// A slip of somebody who types is told; in answers that were written before, all that follows
  /// would go to other claims.
  private func refuse(_ what: String) throws -> Bool {
    let keys = ReviewAction.keys.map { String($0.key) }.joined(separator: " ")
    let expected = "expected one of \(keys) or its name"
    guard answers.isTyped else {
      throw UsageError(
        command: "review", .rule("answer \(count): \(what); \(expected)"))
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

extension ReviewSession {
  /// A verdict with its note on the same claim: "half-true Xinhua: 11".
  fileprivate mutating func mark(_ verdict: Verdict, note: String, on desk: inout Desk) {
    let records = [queue.current.flatMap(desk.store.claim)].compactMap { $0 }
    let replaced = NoteScope.own(replacedOn: records, by: desk.user)
    mark(ClaimMark(verdict: verdict, note: note, removedNotes: replaced), on: &desk)
  }
}

extension ReviewAction {
  fileprivate var takesText: Bool {
    switch self {
    case .verdict, .note, .lastNote, .tag, .evidence, .find, .speaker, .agency, .words: true
    case .drop, .skip, .back, .undo, .help, .leave: false
    }
  }

  /// Whether it leaves the claim itself as it is.
  fileprivate var isMark: Bool {
    switch self {
    case .verdict, .note, .lastNote, .tag, .evidence: true
    default: false
    }
  }
}
