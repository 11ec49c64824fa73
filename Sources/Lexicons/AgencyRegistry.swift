/// One news agency or outlet that other newsrooms credit.
package struct AgencyEntry: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// Sells news to newsrooms: AFP, Xinhua.
    case agency
    /// Publishes itself: BBC, the Guardian.
    case outlet
  }

  /// The canonical name: "AFP".
  package let name: String
  package let kind: Kind
  /// ISO 3166-1 alpha-2; nil where the registry does not say.
  package let country: String?
  /// Other names: "Agence France-Presse", "hãng tin AFP".
  package let aliases: [String]

  package init(name: String, kind: Kind, country: String?, aliases: [String]) {
    self.name = name
    self.kind = kind
    self.country = country
    self.aliases = aliases
  }

  /// Of a row of `agencies.tsv`.
  init(_ row: WordList.Row) {
    self.init(
      name: row[0], kind: Kind(rawValue: row[1]) ?? .outlet,
      country: row[2].isEmpty ? nil : row[2], aliases: row.items(3))
  }
}

/// The world's news agencies, and the outlets that newsrooms credit, by any of their names.
///
/// "Tân_Hoa_Xã" → Xinhua; "the associated press" → AP; "Spoutnik" → nil.
package final class AgencyRegistry: Sendable {
  /// Read from `agencies.tsv`, at first use.
  package static let shared = AgencyRegistry(list: WordList(embedded: "agencies.tsv"))

  /// In the order of the file: agencies first.
  package let entries: [AgencyEntry]
  /// By the hashes of names' keys.
  private let places: [UInt64: Int]
  /// Of the names that are written in capitals: "TOI".
  private let acronyms: Set<UInt64>

  package convenience init(list: WordList) { self.init(entries: list.rows.map(AgencyEntry.init)) }

  package convenience init(entries: [AgencyEntry]) { self.init(own: [], others: entries) }

  /// Entries of a newsroom's own before those of a registry: their names win. One that the
  /// registry has as well keeps the other names that it has there.
  convenience init(own: [AgencyEntry], before registry: AgencyRegistry) {
    let keys = Set(own.map { Self.key($0.name) })
    let same = registry.entries.filter { keys.contains(Self.key($0.name)) }
    self.init(
      own: own.map { entry in
        guard let known = same.first(where: { Self.key($0.name) == Self.key(entry.name) }) else {
          return entry
        }
        return AgencyEntry(
          name: entry.name, kind: entry.kind, country: entry.country ?? known.country,
          aliases: entry.aliases + known.aliases)
      }, others: registry.entries.filter { !keys.contains(Self.key($0.name)) })
  }

  private init(own: [AgencyEntry], others: [AgencyEntry]) {
    let entries = own + others
    self.entries = entries
    var places = [UInt64: Int](minimumCapacity: entries.count * 4)
    for (place, entry) in entries.enumerated() { places[Self.key(entry.name)] = place }
    for (place, entry) in entries.enumerated() {
      for alias in entry.aliases {
        let key = Self.key(alias)
        if places[key] == nil { places[key] = place }
      }
    }
    for place in own.indices.reversed() {
      for name in own[place].aliases.reversed() + [own[place].name] {
        places[Self.key(name)] = place
      }
    }
    self.places = places
    var acronyms = Set<UInt64>()
    for entry in entries {
      for name in [entry.name] + entry.aliases where !Self.hasSmallLetters(name) {
        acronyms.insert(Self.key(name))
      }
    }
    self.acronyms = acronyms
  }

  /// The entry with this name or alias; case, marks, blanks and punctuation do not matter. But
  /// "tôi", I, is not TOI, the Times of India: marks on small letters are no acronym's.
  package func entry(named name: some StringProtocol) -> AgencyEntry? {
    let key = Self.key(name)
    guard let place = places[key] else { return nil }
    if acronyms.contains(key), Self.hasMarks(name), Self.hasSmallLetters(name) { return nil }
    return entries[place]
  }

  private static func hasMarks(_ name: some StringProtocol) -> Bool {
    name.utf8.contains { $0 >= 0x80 }
  }

  private static func hasSmallLetters(_ name: some StringProtocol) -> Bool {
    name.utf8.contains { (0x61...0x7A).contains($0) }
      || hasMarks(name) && name.unicodeScalars.contains { $0.properties.isLowercase }
  }

  /// The FNV-1a hash of a name's letters, digits and "+": those of "Agence France-Presse" are
  /// "agencefrancepresse".
  private static func key(_ name: some StringProtocol) -> UInt64 {
    var letters = [UInt8]()
    var name = String(name)
    name.withUTF8 { Folding.fold($0, into: &letters) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in letters where counts(byte) { hash = fnv(hash, UInt32(byte)) }
    return hash
  }

  private static func counts(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2B
  }
}
