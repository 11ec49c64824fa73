import LineEditor
import ShellCommands

extension EditorStyle {
  /// As a theme writes it: "1;31" → bold and red. What it does not know of is left out.
  init(parameters: String) {
    self.init()
    for parameter in parameters.split(separator: ";") {
      switch UInt8(parameter) {
      case 1: isBold = true
      case 2: isDim = true
      case 4: isUnderlined = true
      case 7: isInverse = true
      case .some(let number) where (30...37).contains(number): foreground = .ansi(number - 30)
      case .some(let number) where (90...97).contains(number): foreground = .ansi(number - 82)
      default: break
      }
    }
  }
}
