package import ClaimModel

/// The facts of one session in memory: articles, claims, sources and what was said of them.
///
/// A value: a copy is a snapshot. It changes through `apply` alone.
package struct FactStore: Sendable {
  package init() {}
}
