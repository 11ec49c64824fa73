/// Edits that turn one byte string into another: a byte put in, left out, exchanged, or two
/// neighbours swapped ("siad" → "said" is 1); `limit` + 1 for everything beyond the limit.
///
/// The optimal string alignment distance: Levenshtein's with swaps.
func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  var beforeLast = [Int]()
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    if row.allSatisfy({ $0 > limit }) { return limit + 1 }
    (beforeLast, last) = (last, row)
  }
  return min(last[b.count], limit + 1)
}
