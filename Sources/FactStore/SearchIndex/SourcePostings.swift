internal import ClaimModel

/// For each source the claims that it said and those that it reported, of what one load brought;
/// as found, before anybody changed anything.
struct SourcePostings: Sendable {
  /// Registry places of speakers, each once, as they were before mergers.
  private let speakers: [Int]
  /// Of each speaker its claims in order, from 0 for the first of the load.
  private let said: NumberLists
  /// Registry places of agencies, each once, as they were before mergers.
  private let agencies: [Int]
  /// Of each agency its articles in order, from 0.
  private let reported: NumberLists
  /// Where each article's claims end, from 0 for the first of the load.
  private let ends: [Int]

  /// `slots`: articles whose claims have consecutive numbers.
  init(_ slots: [ArticleSlot]) {
    var ends = [Int]()
    for slot in slots { ends.append((ends.last ?? 0) + slot.claims.count) }
    self.ends = ends
    let speakerRows = Rows(slots.map(\.speakers))
    speakers = speakerRows.places
    said = NumberLists(count: speakers.count) { add in
      for (article, slot) in slots.enumerated() {
        let first = article == 0 ? 0 : ends[article - 1]
        let rows = speakerRows[article]
        for index in slot.claims.indices {
          guard let speaker = slot.claims.speakerIndex(at: index) else { continue }
          add(rows[speaker], UInt32(first + index))
        }
      }
    }
    let agencyRows = Rows(slots.map(\.agencies))
    agencies = agencyRows.places
    reported = NumberLists(count: agencies.count) { add in
      for article in slots.indices {
        for row in agencyRows[article] { add(row, UInt32(article)) }
      }
    }
  }

  /// Adds the claims that a source said for which `matches` holds true; `first` is the number of
  /// the first claim of the load.
  func insertSaid(by matches: [Bool], first: Int, into found: inout ClaimSet) {
    for (row, place) in speakers.enumerated() where matches[place] {
      said.withList(row) { found.insert($0, offset: first) }
    }
  }

  /// The same for the claims that a source reported: all those of its articles.
  func insertReported(by matches: [Bool], first: Int, into found: inout ClaimSet) {
    for (row, place) in agencies.enumerated() where matches[place] {
      reported.withList(row) { articles in
        for article in articles {
          let start = article == 0 ? 0 : ends[Int(article) - 1]
          found.insert(first + start..<first + ends[Int(article)])
        }
      }
    }
  }
}

/// The distinct places in lists of places, and of each list their rows among these.
private struct Rows {
  private(set) var places: [Int] = []
  private var rows: [[Int]] = []

  init(_ lists: [[Int]]) {
    var known = [Int: Int]()
    rows = lists.map { list in
      list.map { place in
        if let row = known[place] { return row }
        known[place] = places.count
        places.append(place)
        return places.count - 1
      }
    }
  }

  subscript(list: Int) -> [Int] { rows[list] }
}
