#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Adds up what many share with one, and gives the best of them: a look-up costs the entries that
/// it visits and a heap of `limit`, however much was added before. Used again for the next one.
final class ScoreBoard {
  /// By number; 0 where nothing was added. Of calloc(3): a page that no number of lies in costs
  /// nothing.
  private let sums: UnsafeMutableBufferPointer<Double>
  private var touched: [Int] = []

  /// For numbers below `count`.
  init(count: Int) {
    let room = calloc(max(1, count), MemoryLayout<Double>.stride)
    guard let room else { fatalError("no memory for \(count) sums") }
    sums = UnsafeMutableBufferPointer(
      start: room.bindMemory(to: Double.self, capacity: count), count: count)
  }

  deinit { free(sums.baseAddress) }

  /// Weights are above 0.
  func add(_ weight: Double, to number: Int) {
    if sums[number] == 0 { touched.append(number) }
    sums[number] += weight
  }

  func remove(_ number: Int) {
    guard sums.indices.contains(number), sums[number] != 0 else { return }
    sums[number] = 0
    touched.removeAll { $0 == number }
  }

  /// The numbers with the highest sums, highest first, the lower number first of two alike; all of
  /// them, in order of number, where they are no more than `limit`. Empties the board.
  func takeBest(_ limit: Int) -> [Int] {
    defer {
      for number in touched { sums[number] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    guard touched.count > limit else { return touched.sorted() }
    var heap = Array(touched.prefix(limit))
    for place in (0..<limit / 2).reversed() { sink(place, in: &heap) }
    for number in touched.dropFirst(limit) where isBetter(number, heap[0]) {
      heap[0] = number
      sink(0, in: &heap)
    }
    return heap.sorted(by: isBetter)
  }

  private func isBetter(_ a: Int, _ b: Int) -> Bool {
    sums[a] != sums[b] ? sums[a] > sums[b] : a < b
  }

  /// The worst of the heap is at its top.
  private func sink(_ start: Int, in heap: inout [Int]) {
    var place = start
    while true {
      var worst = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && isBetter(heap[worst], heap[child]) { worst = child }
      if worst == place { return }
      heap.swapAt(place, worst)
      place = worst
    }
  }
}
