package import SystemPackage
import TerminalText

/// Names of files as text. A name on the disk is bytes; a byte that is no UTF-8, as in archives
/// of VISCII or Windows-1258 times, stands in a text as the private character U+F600 + byte, so
/// that the name leads back to its file: `b` E1 `o.txt` → `b` U+F6E1 `o.txt`. (fish does so too.)
package enum DiskName {
  /// The text of a name. A character that would stand for a byte is written byte by byte as well:
  /// no two names have one text.
  package static func text(_ name: [UInt8]) -> String {
    let plain = String(validating: name, as: UTF8.self)
    if let plain, !plain.unicodeScalars.contains(where: { RawByte.byte($0) != nil }) {
      return plain
    }
    var text = String.UnicodeScalarView()
    var rest = name[...]
    while let first = rest.first {
      let length = (1...4).first { rest.count >= $0 && isWhole(rest.prefix($0)) } ?? 0
      let scalar = String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars.first
      if let scalar, RawByte.byte(scalar) == nil {
        text.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        text.append(RawByte.scalar(first))
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }

  private static func isWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// The bytes of the name that a text is of.
  package static func bytes(_ text: String) -> [UInt8] {
    guard text.unicodeScalars.contains(where: { RawByte.byte($0) != nil }) else {
      return Array(text.utf8)
    }
    return text.unicodeScalars.flatMap { scalar in
      RawByte.byte(scalar).map { [$0] } ?? Array(String(scalar).utf8)
    }
  }
}

extension FilePath {
  /// The path of a text in which bytes that are no UTF-8 stand as `DiskName` has them.
  package init(text: String) {
    let bytes = DiskName.bytes(text)
    self = (bytes.filter { $0 != 0 } + [0]).map(CInterop.PlatformChar.init(bitPattern:))
      .withUnsafeBufferPointer { buffer in
        // The buffer has the zero at its end.
        buffer.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
      }
  }

  package var text: String {
    withPlatformString { chars in
      var bytes = [UInt8]()
      var at = chars
      while at.pointee != 0 {
        bytes.append(UInt8(bitPattern: at.pointee))
        at += 1
      }
      return DiskName.text(bytes)
    }
  }
}
