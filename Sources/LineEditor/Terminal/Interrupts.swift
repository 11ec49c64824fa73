import CEditline

/// ^C while no line is edited.
package enum Interrupts {
  /// Runs `body`; ^C is noted meanwhile and ends nothing.
  package static func catching<Result>(_ body: () -> Result) -> Result {
    ceditline_catch_interrupts(true)
    defer { ceditline_catch_interrupts(false) }
    return body()
  }

  /// Whether ^C was pressed since `catching` began.
  package static var came: Bool { ceditline_was_interrupted() }
}
