/// The hops of one article's claims in columns. Most claims have one hop or none, few a reason for
/// a name withheld or another claim inside; those stand apart.
struct PackedChains: Sendable, Hashable {
  var hops = [PackedHop]()
  var ties = [PackedSpan]()
  /// Every name once, in order of first appearance.
  private(set) var names = [String]()
  private var numbers = [String: UInt32]()
  /// By the claim's place.
  private(set) var reasons = [Int: PackedSpan]()
  private(set) var inner = [Int: Int]()
  /// Whether any claim has something here.
  private(set) var isEmpty = true

  mutating func append(_ claim: Claim, at index: Int) {
    for hop in claim.hops.prefix(Int(UInt8.max)) {
      hops.append(
        PackedHop(
          name: number(of: hop.name), span: PackedSpan(hop.span), ties: UInt32(ties.count),
          tieCount: UInt8(clamping: hop.ties.count), kind: hop.kind))
      ties.append(contentsOf: hop.ties.prefix(Int(UInt8.max)).lazy.map(PackedSpan.init))
    }
    if let reason = claim.anonymity?.reason { reasons[index] = PackedSpan(reason) }
    if let other = claim.inner { inner[index] = other }
    if !claim.hops.isEmpty || claim.anonymity != nil || claim.inner != nil { isEmpty = false }
  }

  private mutating func number(of name: String) -> UInt32 {
    if let number = numbers[name] { return number }
    numbers[name] = UInt32(names.count)
    names.append(name)
    return UInt32(names.count - 1)
  }

  func hop(_ packed: PackedHop) -> Hop {
    Hop(
      name: names[Int(packed.name)], span: packed.span.span, kind: packed.kind,
      ties: ties[Int(packed.ties)...].prefix(Int(packed.tieCount)).map(\.span))
  }
}

struct PackedHop: Sendable, Hashable {
  /// Its place among the names.
  var name: UInt32
  var span: PackedSpan
  var ties: UInt32
  var tieCount: UInt8
  var kind: Hop.Kind
}

extension PackedClaims {
  var hasChains: Bool { !chains.isEmpty }

  package func hopCount(at index: Int) -> Int { Int(rows[index].hopCount) }

  package func hops(at index: Int) -> [Hop] {
    chains.hops[Int(rows[index].hops)...].prefix(hopCount(at: index)).map(chains.hop)
  }

  package func isAnonymous(at index: Int) -> Bool { rows[index].isAnonymous }

  package func anonymity(at index: Int) -> Anonymity? {
    rows[index].isAnonymous ? Anonymity(reason: chains.reasons[index]?.span) : nil
  }

  /// Where the claim only carries another one, the other's place.
  package func inner(at index: Int) -> Int? { chains.inner[index] }

  /// Whether the claim only carries another one.
  package func isCarrier(at index: Int) -> Bool { rows[index].isCarrier }

  /// How many claims only carry others.
  package var carrierCount: Int { chains.inner.count }

  /// Places of the claims that only carry others, in order.
  package var carriers: [Int] { chains.inner.keys.sorted() }

  /// The name of every hop, each once.
  package var hopNames: [String] { chains.names }

  /// Calls back with the place of each hop's name among `hopNames`, and its kind, from the fact
  /// outwards.
  package func forEachHop(at index: Int, _ body: (_ name: Int, _ kind: Hop.Kind) -> Void) {
    let first = Int(rows[index].hops)
    for at in first..<first + hopCount(at: index) {
      body(Int(chains.hops[at].name), chains.hops[at].kind)
    }
  }

  /// Whether a newsroom is among the claim's hops.
  package func hasNewsroom(at index: Int) -> Bool {
    let first = Int(rows[index].hops)
    return chains.hops[first..<first + hopCount(at: index)].contains(where: \.kind.isNewsroom)
  }
}
