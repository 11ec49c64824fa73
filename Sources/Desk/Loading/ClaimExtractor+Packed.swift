import ClaimExtraction
import ClaimModel

extension ClaimExtractor {
  /// The claims of an article; `progress` hears how many bytes of its text are done.
  func packedClaims(in article: Article, progress: (Int) -> Void) -> PackedClaims {
    var claims = PackedClaims()
    let length = article.text.utf8.count
    var isRoomMade = false
    extract(article) { done in
      progress(done)
      // The first piece tells how many claims to expect.
      guard !isRoomMade, done > 0 else { return }
      isRoomMade = true
      claims.reserveRoom(times: Double(length) / Double(done))
    } into: {
      claims.append($0)
    }
    return claims
  }
}
