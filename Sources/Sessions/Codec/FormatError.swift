package import JSONText

/// A JSON value that is not what the format has in its place. Each level it passes on its way
/// out adds its step to the path.
package struct FormatError: Error, Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    /// A key that must be there is not. The path ends at the object.
    case missingKey(String)
    /// "a list", and what stands there in words: "a number".
    case wrongType(expected: String, found: String)
    /// A value of the right type that is none of those allowed.
    case wrongValue(String, expected: String, nearest: String?)
    /// A span that does not lie in its article's text of so many code points.
    case spanOutsideText(start: Int, end: Int, length: Int)
    /// An item of a list that is no JSON; its place is in the error.
    case brokenItem(JSONError)
  }

  package var problem: Problem
  package var path = JSONPath()

  package init(_ problem: Problem) { self.problem = problem }

  func under(_ step: JSONPath.Step) -> FormatError {
    var error = self
    error.path = path.under(step)
    return error
  }
}
