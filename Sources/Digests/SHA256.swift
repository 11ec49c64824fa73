internal import COpenSSL

/// SHA-256 (FIPS 180-4), by the system's OpenSSL. A copy goes on by itself.
package struct SHA256: Sendable {
  private var state = SHA256_CTX()

  package init() { SHA256_Init(&state) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    SHA256_Update(&state, bytes.baseAddress, bytes.count)
  }

  /// Of all bytes that it was given; it is to be used no more.
  package mutating func finalize() -> SHA256Digest {
    var digest = SHA256Digest()
    withUnsafeMutableBytes(of: &digest.bytes) { bytes in
      _ = SHA256_Final(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), &state)
    }
    return digest
  }

  package static func digest(_ bytes: UnsafeRawBufferPointer) -> SHA256Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  package static func digest(_ bytes: [UInt8]) -> SHA256Digest {
    bytes.withUnsafeBytes { digest($0) }
  }
}
