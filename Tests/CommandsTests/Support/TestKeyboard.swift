@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

/// A keyboard whose keys a test has typed, and a screen that it can read.
final class TestKeyboard: Keyboard {
  var size = (columns: 80, rows: 24)
  var keys: [ScreenKey] = []
  var answers: [String?] = []
  private(set) var screens: [[String]] = []
  private(set) var questions: [String] = []
  /// What stood in the line of each question.
  private(set) var filled: [String] = []
  private(set) var isOpen = false
  private(set) var suspensions = 0

  init(_ keys: String = "", answers: [String?] = []) {
    self.keys = keys.map(ScreenKey.character)
    self.answers = answers
  }

  func withScreen<Result>(_ body: () throws -> Result) rethrows -> Result {
    isOpen = true
    defer { isOpen = false }
    return try body()
  }

  func show(_ rows: [StyledText]) { screens.append(rows.map(\.plain)) }
  func next() -> ScreenKey { keys.isEmpty ? .ended : keys.removeFirst() }

  func ask(_ question: String) -> String? { ask(question, filledWith: "") }

  func ask(_ question: String, filledWith text: String) -> String? {
    questions.append(question)
    filled.append(text)
    return answers.isEmpty ? nil : answers.removeFirst()
  }

  func suspend() { suspensions += 1 }
}
