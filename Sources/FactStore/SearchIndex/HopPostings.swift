internal import ClaimModel

/// For each hop the claims that passed through it, of what one load brought; as found, before
/// anybody changed anything. Claims count from 0 for the first of the load.
struct HopPostings: Sendable {
  /// Every name once, and its registry places as they were before mergers.
  private let names: [(text: String, places: [Int])]
  private let passed: NumberLists
  /// Claims with a newsroom among their hops.
  private let withNewsrooms: [UInt32]

  /// `slots`: articles whose claims have consecutive numbers.
  init(_ slots: [ArticleSlot]) {
    var names = [(text: String, places: [Int])]()
    var rowsByName = [String: Int]()
    let rows = slots.map { slot in
      zip(slot.claims.hopNames, slot.hops).map { text, places -> Int in
        // A name that became a source with a later story has its own row there.
        let key = places.isEmpty ? text : text + "\u{0}\(places)"
        if let row = rowsByName[key] { return row }
        rowsByName[key] = names.count
        names.append((text, places))
        return names.count - 1
      }
    }
    self.names = names
    withNewsrooms = Self.withNewsrooms(slots)
    passed = NumberLists(count: names.count) { add in
      var first = 0
      for (slot, rows) in zip(slots, rows) {
        if !rows.isEmpty {
          for index in slot.claims.indices {
            slot.claims.forEachHop(at: index) { name, _ in add(rows[name], UInt32(first + index)) }
          }
        }
        first += slot.claims.count
      }
    }
  }

  private static func withNewsrooms(_ slots: [ArticleSlot]) -> [UInt32] {
    var found = [UInt32]()
    var first = 0
    for slot in slots {
      if !slot.hops.isEmpty {
        for index in slot.claims.indices where slot.claims.hasNewsroom(at: index) {
          found.append(UInt32(first + index))
        }
      }
      first += slot.claims.count
    }
    return found
  }

  /// Adds the claims that passed through a source for which `matches` holds true, or through what
  /// is no source and satisfies `isNamed`; `first` is the number of the first claim of the load.
  func insert(
    through matches: [Bool], named isNamed: (String) -> Bool, first: Int,
    into found: inout ClaimSet
  ) {
    for (row, name) in names.enumerated()
    where name.places.isEmpty ? isNamed(name.text) : name.places.contains(where: { matches[$0] }) {
      passed.withList(row) { found.insert($0, offset: first) }
    }
  }

  func insertWithNewsrooms(first: Int, into found: inout ClaimSet) {
    withNewsrooms.withUnsafeBufferPointer { found.insert($0, offset: first) }
  }

  func removeWithNewsrooms(first: Int, from found: inout ClaimSet) {
    for number in withNewsrooms { found.remove(first + Int(number)) }
  }
}
