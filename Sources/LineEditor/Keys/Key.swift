/// One key press, or what a terminal sends in the way of one.
package enum Key: Sendable, Hashable {
  /// A printable character, or a combining mark.
  case character(Unicode.Scalar)
  /// Ctrl with a letter or sign, as a capital: `control("C")`. ^I, ^M and ^[ are named keys.
  case control(Character)
  /// Alt with a character; `ESC` and then the character looks the same.
  case meta(Unicode.Scalar)
  case named(Name, Modifiers = [])
  /// Text in brackets of `ESC[200~` and `ESC[201~`; line ends are \n.
  case paste(String)

  package enum Name: Sendable, Hashable {
    case enter, tab, escape, backspace
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete
    case function(Int)
  }

  package struct Modifiers: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package static let enter = Key.named(.enter)
  package static let tab = Key.named(.tab)
  package static let backTab = Key.named(.tab, .shift)
  package static let escape = Key.named(.escape)
  package static let backspace = Key.named(.backspace)
}

/// The keys that no single character stands for, as the private characters libedit gets for them.
///
/// They are C1 controls, which the decoder never lets through from the terminal.
enum KeyCode: Int32, CaseIterable {
  case mark = 0x81, paste, up, down, left, right, home, end, pageUp, pageDown
  case insert, delete, backTab, wordLeft, wordRight, escape, killWordBackward, killWord, newLine
  case f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12

  init?(_ key: Key) {
    guard case .named(let name, let modifiers) = key else { return nil }
    let isWord = !modifiers.isDisjoint(with: [.control, .alt])
    switch name {
    case .up: self = .up
    case .down: self = .down
    case .left: self = isWord ? .wordLeft : .left
    case .right: self = isWord ? .wordRight : .right
    case .home: self = .home
    case .end: self = .end
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .insert: self = .insert
    case .delete: self = isWord ? .killWord : .delete
    case .tab: self = .backTab
    case .escape: self = .escape
    case .backspace: self = .killWordBackward
    case .enter: self = .newLine
    case .function(let number):
      guard let code = KeyCode(rawValue: KeyCode.f1.rawValue + Int32(number) - 1), number >= 1
      else {
        return nil
      }
      self = code
    }
  }
}
