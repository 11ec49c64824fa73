internal import ClaimModel

/// What in the body of a story is no part of it.
extension PageReader {
  /// Why a block that begins with a label is left out; nil where it is text of the story.
  func cause(
    of label: PageLabels, _ index: Int, _ block: PageBlock
  ) -> RemovedText.Cause? {
    guard let cause = label.cause else { return nil }
    if label.isAlone { return block.heading > 0 && cause == .keyPoints ? nil : cause }
    let isTail = index >= lastProse - 1
    switch cause {
    case .deskNote:
      return (label.count >= 2 || label.isHead && isTail) && (isTail || block.isItalic)
        || isTail && isIssuer(index)
        ? cause : nil
    case .legal: return isTail || block.letters < 120 ? cause : nil
    case .related:
      let isPointed = page.bytes(index).first == 0x3E
      return isPointed || label.isHead && block.linked > 0 ? cause : nil
    default:
      // "Follow Ann Poe on X": not "In the end they won.", "Comments from the board were brief."
      let isSentence =
        block.linked == 0 && page.bytes(index).last == 0x2E
        && ![.subscription, .advertisement].contains(cause)
      if cause == .attachment, isSentence { return nil }
      let isButton =
        label.count > 1 && !isSentence || block.linked > 0 || label.isHead
        || page.bytes(index).contains(0x40)
      let isOffer = block.linked > 0 && (cause == .share || cause == .subscription)
      return label.count >= 3 || (isTail || isOffer) && isButton && block.letters < 80 ? cause : nil
    }
  }

  /// "Reuters writer Ann Bell in Lunera contributed to this report."
  func isNoteAtEnd(_ index: Int, _ block: PageBlock) -> Bool {
    guard index >= lastProse - 1, block.letters < 300 else { return false }
    return page.text.withUnsafeBufferPointer {
      PageLabels.isNote(UnsafeBufferPointer(rebasing: $0[block.text]))
    }
  }

  /// "Nguồn: https://a.example/1"
  func isAddress(_ index: Int, _ block: PageBlock) -> Bool {
    guard block.letters < 200 else { return false }
    let words = page.string(index).split(separator: " ")
    return words.count <= 6 && words.contains { $0.contains("://") || $0.hasPrefix("www.") }
  }

  /// "SOURCE Brightwater Pumps": who issued a release.
  func isIssuer(_ index: Int) -> Bool {
    page.bytes(index).starts(with: "SOURCE ".utf8) || page.bytes(index).starts(with: "SOURCE:".utf8)
  }

  /// A quotation set apart that the text holds as well.
  func isRepeated(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    guard block.isQuote || roles.contains(.pullQuote) || block.figure >= 0, block.letters >= 20,
      block.heading == 0 || roles.contains(.pullQuote)
    else {
      return index > body.lowerBound + 1 ? false : isCopy(index)
    }
    let text = PageText(said(index, roles))
    return body.contains { other in
      other != index && page.blocks[other].letters > block.letters && scope.causes[other] == nil
        && page.words(other).holds(text)
    }
  }

  /// The name below a quotation that is left out, in one element with it.
  func isBelowRepeated(_ index: Int, _ block: PageBlock) -> Bool {
    guard let last = removed.last, last.cause == .repeated, last.block == index - 1,
      block.letters < 40, block.heading == 0
    else { return false }
    let box = page.common(Int(block.element), Int(page.blocks[last.block].element))
    return page.blocks(in: box).count == 2
  }

  /// Of a pull quote, the words without who said them: "We knew - Ann Poe" → We knew
  private func said(_ index: Int, _ roles: PageRoles) -> String {
    let text = page.string(index)
    let dash = [" - ", " – ", " — "].compactMap { text.ranges(of: $0).last?.lowerBound }.max()
    guard roles.contains(.pullQuote), let dash, text[..<dash].utf8.count >= 20 else { return text }
    return String(text[..<dash])
  }

  /// The headline or the lead once more.
  func isCopy(_ index: Int) -> Bool {
    guard page.blocks[index].letters < 600 else { return false }
    let first = page.bytes(index).withUnsafeBufferPointer { PageText.firstWord($0) }
    let alike = [story.title, story.lead].compactMap { $0 }.filter {
      PageText.firstWord($0) == first
    }
    guard !alike.isEmpty else { return false }
    let text = page.words(index)
    return alike.contains { PageText($0) == text }
  }

  /// Whether a figure's picture leads to another page, not to the picture itself.
  func isLinkedFigure(_ block: PageBlock) -> Bool {
    guard block.figure >= 0 else { return false }
    let figure = Int(block.figure)
    return (figure..<page.end(of: figure)).contains { node in
      guard page.tree.nodes[node].tag == .a,
        let address = page.tree.string(.href, of: node)?.lowercased(),
        page.letters(in: node) == 0
      else { return false }
      return ![".jpg", ".jpeg", ".png", ".webp", ".gif"].contains(where: address.contains)
        && !address.hasPrefix("#")
    }
  }

  func isInContainer(_ index: Int) -> Bool {
    page.holds(scope.container, Int(page.blocks[index].element))
  }

  /// A short block of the body before its first long one: a subheading, a short paragraph.
  func isWorthKeeping(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    guard roles.isDisjoint(with: [.date, .updated, .moment, .clock, .section, .place, .label])
    else {
      return false
    }
    if let label = scope.label(index),
      label.isCertain || label.cause == .share && block.letters < 40
    {
      return false
    }
    return PageStamp.isText(page.bytes(index)) && !PageStamp.endsInDash(page.bytes(index))
  }
}
