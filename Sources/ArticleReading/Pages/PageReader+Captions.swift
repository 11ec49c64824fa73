internal import ClaimModel

/// Takes the texts below pictures.
extension PageReader {
  mutating func takeCaption(
    _ index: Int, _ block: PageBlock, _ roles: PageRoles
  ) -> Bool {
    if lastPicture != nil || block.figure >= 0, PageStamp.isCounter(page.bytes(index)) {
      leaveOut(index, .widget)
      return true
    }
    guard
      let found = PageCaption(
        index, page: page, picture: lastPicture, roles: roles, container: scope.container),
      !found.isLoose || isFirstCaption(found)
    else {
      if block.letters > 0 { lastPicture = nil }
      return false
    }
    if found.isLink(page) {
      leaveOut(index, .related)
      return true
    }
    if found.isLoose, pending?.isCredited(by: found, page: page) != true, namesAuthor(found, roles)
    {
      lastPicture = nil
      guard index > body.lowerBound else { return false }
      leaveOut(index, .authorBox)
      return true
    }
    captioned = lastPicture
    if var open = pending, open.takes(found, page: page) {
      pending = open
    } else {
      flush()
      (pending, pendingBlock) = (found, index)
    }
    return true
  }

  /// Below the picture of an author: a name that the byline has, or what is marked as one.
  private func namesAuthor(_ found: PageCaption, _ roles: PageRoles) -> Bool {
    if roles.contains(.byline), roles.isDisjoint(with: [.caption, .credit]) { return true }
    if PageAuthors.glued(found.last, page) != nil { return true }
    let text = PageText(found.written)
    return people.names.contains { text.starts(with: PageText($0)) && !found.isSentence }
  }

  /// Of what stands by a picture in no figure of its own, one text and its credit belong to it; posts
  /// of a thread have small pictures all over.
  private func isFirstCaption(_ found: PageCaption) -> Bool {
    if scope.isThread { return false }
    guard let captioned, captioned == lastPicture else { return true }
    return pending.map {
      $0.box == found.box || $0.isCredited(by: found, page: page) || $0.lacksText
    } ?? false
      || found.isCreditAlone
  }

  mutating func flush() {
    guard let caption = pending?.finished() else {
      pending = nil
      return
    }
    pending = nil
    add(.caption(caption.text, credit: caption.credit), pendingBlock)
  }
}
