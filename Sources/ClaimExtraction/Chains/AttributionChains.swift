internal import ClaimModel

/// The attributions of a story in text order, with speakers and chains.
struct AttributionChains {
  let drafts: [AttributionDraft]
  let speakers: [Speaker?]
  /// Place of the attribution that one only carries.
  let inner: [Int?]
  private let chains: [ChainHops.Chain]
  private let hops: ChainHops?

  init(drafts found: [AttributionDraft], reader: ChainReader?, sentenceOf: [Int32], story: Story) {
    let all = reader?.framed(found, sentenceOf: sentenceOf) ?? found.map { .init(draft: $0) }
    // Text order: a quotation that goes on takes the speaker of what stands before it.
    let order = all.indices.sorted { a, b in
      let (one, other) = (
        all[a].draft.content.first?.lowerBound, all[b].draft.content.first?.lowerBound
      )
      return (one ?? 0, a) < (other ?? 0, b)
    }
    var places = [Int](repeating: 0, count: all.count)
    for (place, index) in order.enumerated() { places[index] = place }
    let framed = order.map { index in
      var one = all[index]
      one.inner = one.inner.map { places[$0] }
      return one
    }
    drafts = framed.map(\.draft)
    inner = framed.map(\.inner)
    speakers = SpeakerResolver.speakers(of: drafts, in: story)
    guard let reader else {
      chains = []
      hops = nil
      return
    }
    let hops = ChainHops(reader: reader, sentenceOf: sentenceOf)
    chains = hops.carriedOn(
      zip(framed, speakers).map { hops.chain(of: $0, by: $1) }, framed)
    self.hops = hops
  }

  /// Gives the claim of the attribution at `number` its hops.
  func complete(_ claim: inout Claim, _ number: Int) {
    guard let hops, inner[number] == nil else { return }
    let chain = chains[number]
    claim.hops = chain.hops
    guard chain.isUnnamed, chain.hops.first?.kind == .person else { return }
    claim.anonymity = Anonymity(reason: hops.reason(for: chain))
  }
}

/// A claim with the tokens that it stands at and the number of its attribution.
struct Placed {
  var extent: Range<Int>
  var claim: Claim
  var number: Int?
  /// Number of the attribution that this one only carries.
  var inner: Int?

  /// The claims in text order, of two at one place the longer first, each that only carries
  /// another with the other's place.
  static func claims(_ all: [Placed]) -> [Claim] {
    guard all.contains(where: { $0.inner != nil }) else { return all.map(\.claim) }
    var places = [Int: Int]()
    for (place, one) in all.enumerated() {
      if let number = one.number { places[number] = place }
    }
    return all.map { one in
      var claim = one.claim
      claim.inner = one.inner.flatMap { places[$0] }
      return claim
    }
  }
}

extension Article {
  /// The newsrooms of dateline and byline, each where it stands there.
  var carriers: [ChainCarrier] {
    var all = [ChainCarrier]()
    func add(_ names: [String], _ span: TextSpan?) {
      guard let span else { return }
      for name in names where !all.contains(where: { $0.name == name }) {
        all.append(ChainCarrier(name: name, span: place(of: name, in: span)))
      }
    }
    add(dateline?.agencies ?? [], dateline?.span)
    add(byline?.agencies ?? [], byline?.span)
    return all
  }

  private func place(of name: String, in span: TextSpan) -> TextSpan {
    let (words, name) = (Array(text(span).utf8), Array(name.utf8))
    guard name.count <= words.count else { return span }
    for at in 0...words.count - name.count where words[at...].starts(with: name) {
      return TextSpan(span.start + at, span.start + at + name.count)
    }
    return span
  }
}
