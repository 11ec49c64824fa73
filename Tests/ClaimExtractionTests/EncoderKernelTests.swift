import CEncoder
import Foundation
import TestSupport
import Testing

/// Every way of computing gives the numbers of a plain loop.
@Suite struct EncoderKernelTests {
  static let paths = (0..<3).filter { ce_path_at($0) != nil }

  /// Rows, inputs and outputs: tiles that are full and not, and what attention has.
  static let sizes = [(1, 16, 16), (7, 32, 48), (6, 384, 64), (13, 48, 80), (97, 384, 192)]

  @Test("A linear layer is that of a plain loop over whole numbers", arguments: paths, sizes)
  func linear(path: Int, size: (rows: Int, depth: Int, columns: Int)) {
    var random = SplitMix(seed: UInt64(size.rows))
    let values = (0..<size.rows * size.depth).map { _ in random.number() }
    let weights = (0..<size.depth * size.columns).map { _ in Int8(random.next(below: 255) - 127) }
    let scales = (0..<size.columns).map { _ in abs(random.number()) / 100 }
    let bias = (0..<size.columns).map { _ in random.number() }
    let expected = Plain.linear(values, weights, scales, bias, size)
    #expect(Plain.difference(applied(path, values, weights, scales, bias, size), expected) < 1e-4)
  }

  private func applied(
    _ path: Int, _ values: [Float], _ weights: [Int8], _ scales: [Float], _ bias: [Float],
    _ size: (rows: Int, depth: Int, columns: Int)
  ) -> [Float] {
    let packed = Plain.packed(weights, size.depth, size.columns)
    let offsets = (0..<size.columns).map { column in
      128 * (0..<size.depth).reduce(Int32(0)) { $0 + Int32(weights[column * size.depth + $1]) }
    }
    var out = [Float](repeating: 0, count: size.rows * size.columns)
    packed.withUnsafeBufferPointer { packed in
      scales.withUnsafeBufferPointer { scales in
        bias.withUnsafeBufferPointer { bias in
          offsets.withUnsafeBufferPointer { offsets in
            var linear = ce_linear(
              depth: size.depth, columns: size.columns, weights: packed.baseAddress,
              scales: scales.baseAddress, bias: bias.baseAddress, offsets: offsets.baseAddress)
            _ = ce_linear_apply(ce_path_at(path), &linear, values, size.rows, &out)
          }
        }
      }
    }
    return out
  }

  @Test("GELU is right to a ten-thousandth", arguments: paths)
  func gelu(path: Int) {
    let values = (0..<1600).map { Float($0 - 800) / 100 }
    var out = values
    ce_gelu(ce_path_at(path), &out, out.count)
    let expected = values.map { Float(Double($0) * 0.5 * (1 + erf(Double($0) / 2.0.squareRoot()))) }
    #expect(Plain.difference(out, expected) < 1e-4)
  }

  @Test("The first path is one that the processor has the most for")
  func names() {
    let names = Self.paths.compactMap { ce_path_name(ce_path_at($0)).map { String(cString: $0) } }
    #expect(names.last == "portable")
    #expect(Set(names).count == names.count)
  }
}

/// What the kernels compute, written plainly.
private enum Plain {
  static func linear(
    _ values: [Float], _ weights: [Int8], _ scales: [Float], _ bias: [Float],
    _ size: (rows: Int, depth: Int, columns: Int)
  ) -> [Float] {
    (0..<size.rows).flatMap { row -> [Float] in
      let own = values[row * size.depth..<(row + 1) * size.depth]
      let scale = (own.map(abs).max() ?? 0) / 127
      let whole = own.map { Int(($0 * (1 / scale)).rounded(.toNearestOrEven)) }
      return (0..<size.columns).map { column in
        let sum = (0..<size.depth).reduce(0) {
          $0 + whole[$1] * Int(weights[column * size.depth + $1])
        }
        return Float(sum) * scales[column] * scale + bias[column]
      }
    }
  }

  /// Blocks of 16 outputs, groups of 4 inputs.
  static func packed(_ weights: [Int8], _ depth: Int, _ columns: Int) -> [Int8] {
    var out = [Int8](repeating: 0, count: weights.count)
    for column in 0..<columns {
      for at in 0..<depth {
        let place = column / 16 * 16 * depth + at / 4 * 64 + column % 16 * 4 + at % 4
        out[place] = weights[column * depth + at]
      }
    }
    return out
  }

  static func difference(_ one: [Float], _ other: [Float]) -> Float {
    zip(one, other).map { abs($0 - $1) }.max() ?? .infinity
  }
}

extension SplitMix {
  /// From -2 to 2.
  fileprivate mutating func number() -> Float { Float(next() % 4001) / 1000 - 2 }
}
