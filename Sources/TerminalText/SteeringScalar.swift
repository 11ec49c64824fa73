/// The characters that steer a terminal or a line instead of standing in it: the one set that
/// everything which writes text by others looks into, for a screen and for JSON.
///
/// C0, DEL and C1 controls; the bidirectional marks, embeddings, overrides and isolates; line and
/// paragraph separators; invisible operators (U+2060 to U+206F); U+FEFF; interlinear annotations
/// (U+FFF9 to U+FFFB); tags (U+E0000 to U+E007F). Joiners (U+200C, U+200D) are letters' own.
package enum SteeringScalar {
  @inlinable package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x61C: false
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

/// A byte that is no UTF-8 (of the name of a file) stands in a text as the private character
/// U+F600 + byte: E1 → U+F6E1.
package enum RawByte {
  /// The byte that a character stands for.
  package static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    UInt8(exactly: Int64(scalar.value) - 0xF600)
  }

  package static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    // U+F600 to U+F6FF are private characters, hence scalars: the second never comes.
    Unicode.Scalar(0xF600 + UInt32(byte)) ?? "\u{FFFD}"
  }
}
