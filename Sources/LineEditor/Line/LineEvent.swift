/// How the reading of a line ended.
package enum LineEvent: Sendable, Equatable {
  /// A line was entered; its lines are joined by \n.
  case line(String)
  /// ^C: the line is gone.
  case interrupted
  /// ^D on an empty line, or the terminal went away.
  case endOfInput
}
