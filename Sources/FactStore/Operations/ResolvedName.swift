package import ClaimModel

/// What the list of agencies said of a name when an operation was done: "Straitstimes" is the
/// Straits Times.
///
/// It is written down with the operation, so that doing it again asks no list: lists grow from
/// version to version, and each has its own idea of which spellings are one name.
package struct ResolvedName: Sendable, Hashable {
  /// As the operation has it.
  package var name: String
  /// The entry as the list had it then.
  package var source: Source

  package init(name: String, source: Source) {
    self.name = name
    self.source = source
  }
}

/// What is known of names that no source has yet, while one operation is done.
struct NameResolution: Sendable {
  /// By name; nil where the catalogue is to be asked.
  private var recorded: [String: Source]?
  /// Each name that was found, once, in the order of asking.
  private(set) var told: [ResolvedName] = []
  private var heard = Set<String>()

  init(recorded: [ResolvedName]? = nil) {
    self.recorded = recorded.map { names in
      Dictionary(names.map { ($0.name, $0.source) }) { first, _ in first }
    }
  }

  mutating func source(_ name: String, asking catalogue: SourceCatalogue) -> Source? {
    let found = if let recorded { recorded[name] } else { catalogue.source(name) }
    guard let found else { return nil }
    if heard.insert(name).inserted { told.append(ResolvedName(name: name, source: found)) }
    return found
  }
}
