/// Takes the features of one token, each a 64-bit hash of its template and its value.
package protocol FeatureSink: ~Copyable {
  mutating func add(_ feature: UInt64)
}

/// Keeps the features, for training.
package struct FeatureCollector: FeatureSink {
  package var features = [UInt64]()
  package init() {}
  package mutating func add(_ feature: UInt64) { features.append(feature) }
}

/// Hashes that features are made of.
enum FeatureHash {
  /// Joins two hashes; the order counts.
  @inline(__always)
  static func join(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var hash = (a &* 0x9E37_79B9_7F4A_7C15) ^ b
    hash ^= hash >> 29
    hash &*= 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }

  @inline(__always)
  static func join(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 { join(join(a, b), c) }
}

/// Odd constants that arguments of a feature are multiplied with, and its template's number.
///
/// A feature is the sum of its arguments times these: its upper bits, which tell its row, depend
/// on all bits of all arguments (multilinear hashing; Lemire and Kaser 2014).
private enum Multiplier {
  static let template: UInt64 = 0x9E37_79B9_7F4A_7C15
  static let first: UInt64 = 0xBF58_476D_1CE4_E5B9
  static let second: UInt64 = 0x94D0_49BB_1331_11EB
  static let third: UInt64 = 0xD6E8_FEB8_6659_FD93
  static let fourth: UInt64 = 0xA076_1D64_78BD_642F
}

extension FeatureSink where Self: ~Copyable {
  /// Adds the feature that template number `template` has with this value.
  @inline(__always)
  mutating func add(_ template: UInt64, _ value: UInt64) {
    add(template &* Multiplier.template &+ value &* Multiplier.first)
  }

  @inline(__always)
  mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) {
    add(
      template &* Multiplier.template &+ a &* Multiplier.first &+ b &* Multiplier.second)
  }

  @inline(__always)
  mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    add(
      template &* Multiplier.template &+ a &* Multiplier.first &+ b &* Multiplier.second
        &+ c &* Multiplier.third)
  }

  @inline(__always)
  mutating func add(
    _ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64
  ) {
    add(
      template &* Multiplier.template &+ a &* Multiplier.first &+ b &* Multiplier.second
        &+ c &* Multiplier.third &+ d &* Multiplier.fourth)
  }
}
