import Testing

@testable import Digests

struct SHA256Tests {
  /// The examples of FIPS 180-2, appendix B, and the empty text.
  static let standard = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test("The examples of the standard have the digests that it gives", arguments: standard)
  func examples(text: String, digest: String) {
    #expect(SHA256.digest(Array(text.utf8)).hexadecimal == digest)
  }

  @Test("However the bytes are cut, their digest is the same")
  func pieces() {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for size in [1, 3, 55, 56, 63, 64, 65, 999] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { hash.update($0) }
      }
      #expect(hash.finalize() == SHA256.digest(bytes), "\(size) bytes at a time")
    }
  }

  @Test("A copy goes on by itself")
  func copies() {
    var first = SHA256()
    Array("ab".utf8).withUnsafeBytes { first.update($0) }
    var second = first
    Array("c".utf8).withUnsafeBytes { second.update($0) }
    #expect(second.finalize() == SHA256.digest(Array("abc".utf8)))
    #expect(first.finalize() == SHA256.digest(Array("ab".utf8)))
  }

  @Test("Digits, bytes and numbers of a digest are the same bits")
  func forms() {
    let digest = SHA256.digest(Array("abc".utf8))
    #expect(digest.hexadecimal(bytes: 4) == "ba7816bf")
    #expect(digest.array.prefix(4) == [0xBA, 0x78, 0x16, 0xBF])
    #expect(digest.littleEndianNumbers[0] == 0xEACF_018F_BF16_78BA)
  }
}
