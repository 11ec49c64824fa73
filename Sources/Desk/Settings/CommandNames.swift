/// What settings have to know of the commands, since an alias stands for one and takes no name of
/// one.
package struct CommandNames: Sendable {
  /// Whether a line of these words runs a command.
  package var isCommand: @Sendable ([String]) -> Bool
  /// Whether commands of two words begin with this one.
  package var isFamily: @Sendable (String) -> Bool
  /// The commands that a word may have meant.
  package var nearest: @Sendable (String) -> [String]

  package init(
    isCommand: @escaping @Sendable ([String]) -> Bool,
    isFamily: @escaping @Sendable (String) -> Bool,
    nearest: @escaping @Sendable (String) -> [String]
  ) {
    self.isCommand = isCommand
    self.isFamily = isFamily
    self.nearest = nearest
  }
}
