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
