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

extension FeatureSink where Self: ~Copyable {
  /// Adds the feature that template number `template` has with this value.
  @inline(__always)
  mutating func add(_ template: UInt64, _ value: UInt64) {
    add(FeatureHash.join(value, template &+ 0x51))
  }

  @inline(__always)
  mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) {
    add(FeatureHash.join(FeatureHash.join(a, b), template &+ 0x51))
  }

  @inline(__always)
  mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    add(FeatureHash.join(FeatureHash.join(a, b, c), template &+ 0x51))
  }
}
