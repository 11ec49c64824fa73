/// What a command touches besides the facts on the desk. `session check` runs only what stays
/// within the files that were named for it.
package enum Reach: Sendable, Hashable {
  /// Nothing: it looks at the facts, or changes them.
  case desk
  /// Files, folders and patterns that it reads or writes, as its words name them.
  case files([String])
  /// What its words do not name: other files, programs, the keyboard.
  case outside
}
