internal import ClaimModel
internal import FactStore

/// What a session of version 2 or older knew of the sources that it names.
///
/// It holds the entries of the list of agencies that were found, but not by which names. The list
/// finds "Straitstimes" for the Straits Times; going on with a session, a theo of then found them
/// by the names of the entry alone. So of each operation that names sources both are tried, and
/// the one that leads to the recorded state is what was done.
enum KnownSources {
  /// In the order of trying; the first counts where none leads to the recorded state.
  static func catalogues(recorded: [Source]) -> [SourceCatalogue] {
    [SourceCatalogue(recalling: recorded), SourceCatalogue(recorded)]
  }
}
