@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode's normal form C: `e` + U+0302 + U+0301 → `ế`.
  var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var scalars = UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }
}
