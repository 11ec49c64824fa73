import ClaimModel
import FactStore

/// What the prompt says before a line: `theo 37 unchecked*`.
package struct PromptText: Sendable, Hashable {
  /// "theo"
  package var name: String
  /// " 37 unchecked*": claims without a verdict; the star says that changes are not saved.
  package var state: String

  package init(_ desk: Desk) {
    name = "theo"
    let unchecked = desk.store.tally[.unchecked]
    let count = desk.store.claimCount == 0 ? "" : " \(Double(unchecked).readable) unchecked"
    state = count + (desk.isUnsaved ? "*" : "")
  }
}
