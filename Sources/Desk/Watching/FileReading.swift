import ArticleReading
import ClaimExtraction
import ClaimModel
import Disk
package import FactStore
package import TerminalText

/// A file that arrived, read: its stories with their claims, and what of it could not be read.
package struct ReadArrival: Sendable {
  package var path: String
  package var articles: [LoadedArticle] = []
  package var failures: [UserError] = []
  /// Whether it holds the bytes that were read from there before.
  package var isUnchanged = false
  /// Whether other bytes were read from there before.
  var isAnew = false
  /// By which its bytes are known again, within one run of the program.
  var digest = 0

  /// Takes so many stories off as a part of their own; failures stay with the rest.
  mutating func takeFirst(_ count: Int) -> ReadArrival {
    var part = ReadArrival(path: path, articles: Array(articles.prefix(count)))
    part.isAnew = isAnew
    articles.removeFirst(count)
    return part
  }
}

/// How what arrives is read: it knows no desk, and may be done on any thread.
struct FileReading: Sendable {
  let newsroom: Newsroom
  let extractor: ClaimExtractor

  /// Never throws: what is wrong with a file stands in it. `known` is the digest of what was read
  /// from there last.
  func read(_ path: String, known: Int?) -> ReadArrival {
    var arrival = ReadArrival(path: path)
    do throws(UserError) {
      arrival.digest = Self.digest(of: try MappedFile(path))
      arrival.isUnchanged = arrival.digest == known
      guard !arrival.isUnchanged else { return arrival }
      var reading = StoryReading(words: newsroom.reading)
      reading.keepsCaptures = true
      for piece in try StoryWork.pieces(path, reading, input: Self.none) {
        arrival.failures += piece.forEachStory(reading) { read in
          guard case .success(let story) = read else { return }
          let claims =
            story.claims ?? extractor.packedClaims(in: story.article, progress: { _ in })
          arrival.articles.append(LoadedArticle(article: story.article, claims: claims))
        }
      }
    } catch {
      arrival.failures.append(error)
    }
    arrival.isAnew = known != nil
    return arrival
  }

  private static func none() throws(UserError) -> MappedFile { MappedFile([]) }

  private static func digest(of file: MappedFile) -> Int {
    var hasher = Hasher()
    file.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }
}
