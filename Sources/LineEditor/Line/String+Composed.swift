@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode's normal form C: `e` + U+0302 + U+0301 → `ế`.
  var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var scalars = UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }

  /// Lower case without marks, for searching: `Đắk Lắk` → `dak lak`.
  var foldedPlain: String {
    var scalars = UnicodeScalarView()
    for scalar in lowercased()._nfd where !scalar.properties.isDiacriticMark {
      scalars.append(scalar == "đ" ? "d" : scalar)
    }
    return String(scalars)
  }
}

extension Unicode.Scalar.Properties {
  /// A mark that stands on the letter before it.
  var isDiacriticMark: Bool { generalCategory == .nonspacingMark }
}
