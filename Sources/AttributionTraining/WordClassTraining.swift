#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Divides the words of a corpus into classes so that the class of a word tells most of the
/// class of the next.
///
/// The exchange algorithm (Kneser and Ney 1993, "Improved clustering techniques for class-based
/// statistical language modelling"): words are taken one by one, the most frequent first, and
/// put where the bigrams of classes become likeliest, until few move. The same corpus gives the
/// same classes.
struct WordClassTraining {
  private typealias Neighbours = [(word: Int32, count: Int)]

  /// Of each word its class; class 0 is the boundary's alone.
  private(set) var classes: [Int]
  private let classCount: Int
  private let order: [Int]
  private let counts: [Int]
  private let followers: [Neighbours]
  private let precedents: [Neighbours]
  /// How often a class follows another, by row and by column, and how often each is met.
  private var bigrams: [Int]
  private var columns: [Int]
  private var sizes: [Int]
  /// n log n for each number.
  private let entropies: [Double]

  init(_ corpus: WordCorpus, classCount: Int) {
    let (followers, precedents, counts) = Self.neighbours(in: corpus)
    self.followers = followers
    self.precedents = precedents
    self.counts = counts
    self.classCount = classCount
    order = counts.indices.dropFirst()
      .sorted { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 }
    classes = [Int](repeating: 0, count: counts.count)
    for (place, word) in order.enumerated() { classes[word] = 1 + place % (classCount - 1) }
    bigrams = [Int](repeating: 0, count: classCount * classCount)
    columns = bigrams
    sizes = [Int](repeating: 0, count: classCount)
    let total = counts.reduce(0, +)
    entropies = (0...total).map { $0 == 0 ? 0 : Double($0) * log(Double($0)) }
    for word in counts.indices {
      sizes[classes[word]] += counts[word]
      for (next, count) in followers[word] {
        bigrams[classes[word] * classCount + classes[Int(next)]] += count
        columns[classes[Int(next)] * classCount + classes[word]] += count
      }
    }
  }

  /// Moves words until a round moves fewer than one in 200, at most `rounds` times.
  mutating func run(rounds: Int = 15) {
    for _ in 0..<rounds {
      var moved = 0
      for word in order where exchange(word) { moved += 1 }
      if moved < classes.count / 200 { return }
    }
  }

  private static func neighbours(
    in corpus: WordCorpus
  ) -> (followers: [Neighbours], precedents: [Neighbours], counts: [Int]) {
    var counts = [Int](repeating: 0, count: corpus.words.count)
    var pairs = [UInt64: Int]()
    for sentence in corpus.sentences {
      var last = UInt64(WordCorpus.boundary)
      for word in sentence + [Int32(WordCorpus.boundary)] {
        counts[Int(word)] += 1
        pairs[last << 32 | UInt64(word), default: 0] += 1
        last = UInt64(word)
      }
    }
    var followers = [Neighbours](repeating: [], count: counts.count)
    var precedents = followers
    for (pair, count) in pairs.sorted(by: { $0.key < $1.key }) {
      let (left, right) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      followers[left].append((Int32(right), count))
      precedents[right].append((Int32(left), count))
    }
    return (followers, precedents, counts)
  }

  /// How often the classes stand beside one word, and the word beside itself.
  private struct Beside {
    var after: [(kind: Int, count: Int)]
    var before: [(kind: Int, count: Int)]
    var itself: Int
  }

  private func beside(_ word: Int) -> Beside {
    var itself = 0
    func classes(_ neighbours: Neighbours) -> [(kind: Int, count: Int)] {
      var sums = [Int: Int]()
      for (other, count) in neighbours {
        if Int(other) == word {
          itself = count
        } else {
          sums[self.classes[Int(other)], default: 0] += count
        }
      }
      return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    let after = classes(followers[word])
    return Beside(after: after, before: classes(precedents[word]), itself: itself)
  }

  /// Puts a word into its best class; whether that is another than before.
  private mutating func exchange(_ word: Int) -> Bool {
    let beside = beside(word)
    let old = classes[word]
    count(word, beside, in: old, sign: -1)
    var best = (kind: old, gain: -Double.infinity)
    for kind in 1..<classCount {
      let gain = gain(of: word, beside, in: kind)
      if gain > best.gain { best = (kind, gain) }
    }
    classes[word] = best.kind
    count(word, beside, in: best.kind, sign: 1)
    return best.kind != old
  }

  private mutating func count(_ word: Int, _ beside: Beside, in kind: Int, sign: Int) {
    for (other, count) in beside.after {
      bigrams[kind * classCount + other] += sign * count
      columns[other * classCount + kind] += sign * count
    }
    for (other, count) in beside.before {
      bigrams[other * classCount + kind] += sign * count
      columns[kind * classCount + other] += sign * count
    }
    bigrams[kind * classCount + kind] += sign * beside.itself
    columns[kind * classCount + kind] += sign * beside.itself
    sizes[kind] += sign * counts[word]
  }

  /// What the likelihood of the corpus gains by a word in a class, which it is not in.
  private func gain(of word: Int, _ beside: Beside, in kind: Int) -> Double {
    var sum = 0.0
    var own = beside.itself
    let row = kind * classCount
    for (other, count) in beside.after where other != kind {
      sum += entropies[bigrams[row + other] + count] - entropies[bigrams[row + other]]
    }
    for (other, count) in beside.before where other != kind {
      sum += entropies[columns[row + other] + count] - entropies[columns[row + other]]
    }
    for (other, count) in beside.after + beside.before where other == kind { own += count }
    sum += entropies[bigrams[row + kind] + own] - entropies[bigrams[row + kind]]
    return sum - 2 * (entropies[sizes[kind] + counts[word]] - entropies[sizes[kind]])
  }
}
