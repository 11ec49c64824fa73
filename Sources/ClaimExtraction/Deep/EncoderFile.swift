internal import CEncoder

/// The weights of an encoder, in a file's bytes that stay where they are.
///
/// All numbers are little-endian. Header: 8 bytes of magic; 32-bit version, number of arrays,
/// layers, pieces of the vocabulary, places, width; 64-bit length of the file, check sum of the
/// header (FNV-1a, itself as 0), length of the vocabulary's text; then where each array starts.
/// The arrays: vocabulary, one piece a line; embeddings; the layers; the heads.
package final class EncoderFile: Sendable {
  package static let version = 1
  /// What holds the bytes.
  private let owner: any AnyObject & Sendable
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private nonisolated(unsafe) let base: UnsafeRawPointer
  private let offsets: [Int]
  nonisolated(unsafe) let model: ce_model
  let vocabularyLength: Int

  /// `bytes` live as long as `owner`.
  package init(
    _ bytes: UnsafeRawBufferPointer, keeping owner: any AnyObject & Sendable
  ) throws(EncoderProblem) {
    self.bytes = bytes
    self.owner = owner
    let header = try EncoderHeader(bytes)
    offsets = header.offsets
    vocabularyLength = header.vocabularyLength
    guard let base = bytes.baseAddress else { throw .notAnEncoder }
    self.base = base
    model = Self.model(EncoderArrays(base: base, offsets: header.offsets), header)
  }

  private static func model(_ arrays: EncoderArrays, _ header: EncoderHeader) -> ce_model {
    var model = ce_model()
    model.layers = UInt32(header.layers)
    model.vocabulary = UInt32(header.pieces)
    model.places = UInt32(header.places)
    model.words = arrays.pointer(1)
    model.word_scales = arrays.pointer(2)
    model.place_rows = arrays.pointer(3)
    model.mark_rows = arrays.pointer(4)
    model.norm = arrays.pointer(5)
    withUnsafeMutableBytes(of: &model.layer) { memory in
      let layers = memory.bindMemory(to: ce_layer.self)
      for number in 0..<header.layers { layers[number] = layer(number, arrays) }
    }
    return model
  }

  private static func layer(_ number: Int, _ arrays: EncoderArrays) -> ce_layer {
    let first = 6 + number * 6
    let (hidden, inner) = (Int(ce_hidden), Int(ce_inner))
    return ce_layer(
      qkv: arrays.linear(first, depth: hidden, columns: 3 * hidden),
      out: arrays.linear(first + 1, depth: hidden, columns: hidden),
      wide: arrays.linear(first + 3, depth: hidden, columns: inner),
      narrow: arrays.linear(first + 4, depth: inner, columns: hidden),
      norm_attention: arrays.pointer(first + 2), norm_inner: arrays.pointer(first + 5))
  }

  /// The heads' arrays, behind the layers'.
  enum Head: Int {
    case guess, cue, cueDomain, cueLast, token, ofCue, spanDomain, distances, neighbours, spanLast
  }

  func linear(_ head: Head, depth: Int, columns: Int) -> ce_linear {
    arrays.linear(place(head), depth: depth, columns: columns)
  }

  func floats(_ head: Head) -> UnsafePointer<Float> { arrays.pointer(place(head)) }

  /// The vocabulary's text: one piece a line.
  var vocabulary: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[offsets[0]..<offsets[0] + vocabularyLength])
  }

  private var arrays: EncoderArrays { EncoderArrays(base: base, offsets: offsets) }
  private func place(_ head: Head) -> Int { 6 + Int(model.layers) * 6 + head.rawValue }
}

/// The arrays of a file whose header was found sound.
struct EncoderArrays {
  let base: UnsafeRawPointer
  let offsets: [Int]

  func pointer<Number>(_ number: Int) -> UnsafePointer<Number> {
    (base + offsets[number]).assumingMemoryBound(to: Number.self)
  }

  func linear(_ number: Int, depth: Int, columns: Int) -> ce_linear {
    let weights: UnsafePointer<Int8> = pointer(number)
    let scales = UnsafeRawPointer(weights + depth * columns)
      .assumingMemoryBound(to: Float.self)
    let offsets = UnsafeRawPointer(scales + 2 * columns).assumingMemoryBound(to: Int32.self)
    return ce_linear(
      depth: depth, columns: columns, weights: weights, scales: scales, bias: scales + columns,
      offsets: offsets)
  }
}
