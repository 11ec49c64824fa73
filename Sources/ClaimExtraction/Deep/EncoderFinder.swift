internal import CEncoder

/// Finds attributions with an encoder: cues first, then content and source of each.
package final class EncoderFinder: Sendable {
  /// What an encoder makes of a story.
  package struct Reading: Sendable {
    package var decodings: [SpanDecoding]
    /// From 0, news of campaigns, to 1, wire copy: what counts as an attribution differs.
    package var wire: Float
  }

  private let file: EncoderFile
  private let words: WordPieces
  private nonisolated(unsafe) let path: OpaquePointer?
  private static let hidden = Int(ce_hidden)
  private static let room = Int(ce_room)
  /// Less likely cues are not looked at.
  private static let least: Float = 0.08

  /// `path`: a way of computing, from the fastest on; the fastest where the processor has fewer.
  package init(_ file: EncoderFile, path: Int = 0) {
    self.file = file
    words = WordPieces(file.vocabulary)
    self.path = ce_path_at(path) ?? ce_path_at(0)
  }

  /// `wire` goes before what the encoder guesses.
  package func reading(of story: Story, wire: Float? = nil) -> Reading {
    let windows = EncoderWindows(story, words)
    guard !windows.firsts.isEmpty, let vectors = vectors(windows) else {
      return Reading(decodings: [], wire: wire ?? 0)
    }
    let isWire = wire ?? guess(vectors)
    let heads = EncoderHeads(file: file, path: path, vectors: vectors, wire: isWire)
    var decodings = [SpanDecoding]()
    var row = 0
    for window in windows.windows {
      let rows = row..<row + window.tokens.count
      let cues = heads.cues(rows).filter { cue in
        cue.probability >= Self.least
          && window.own.contains(cue.tokens.lowerBound - row + window.tokens.lowerBound)
      }
      for cue in cues {
        decodings += heads.decoding(cue, rows, window, windows.sentences).map {
          $0.snapped(to: story)
        }
      }
      row = rows.upperBound
    }
    return Reading(decodings: decodings, wire: isWire)
  }

  /// A vector for each token of each window.
  private func vectors(_ windows: EncoderWindows) -> [Float]? {
    var starts = windows.windows.map { UInt32($0.start) }
    starts.append(UInt32(windows.pieces.count))
    var isDone = false
    let all = [Float](unsafeUninitializedCapacity: windows.pieces.count * Self.hidden) {
      out, count in
      let input = (windows.pieces, windows.marks)
      isDone = input.0.withUnsafeBufferPointer { pieces in
        input.1.withUnsafeBufferPointer { marks in
          starts.withUnsafeBufferPointer { starts in
            withUnsafePointer(to: file.model) { model in
              ce_encode(
                path, model,
                ce_input(
                  pieces: pieces.baseAddress, marks: marks.baseAddress, starts: starts.baseAddress,
                  windows: windows.windows.count), out.baseAddress) != 0
            }
          }
        }
      }
      count = isDone ? windows.pieces.count * Self.hidden : 0
    }
    guard isDone else { return nil }
    var found = [Float]()
    found.reserveCapacity(windows.firsts.count * Self.hidden)
    for first in windows.firsts { found += all[first * Self.hidden..<(first + 1) * Self.hidden] }
    return found
  }

  /// Wire copy or news of campaigns, by the mean of all tokens.
  private func guess(_ vectors: [Float]) -> Float {
    let weights = file.floats(.guess)
    let count = vectors.count / Self.hidden
    var sum: Float = 0
    for row in 0..<count {
      for at in 0..<Self.hidden { sum += vectors[row * Self.hidden + at] * weights[at] }
    }
    return 1 / (1 + exponential(-(sum / Float(count) + weights[Self.hidden])))
  }
}
