/// Which scalars words are made of: letters and digits of any script.
enum WordScalars {
  @inline(__always)
  static func isPartOfWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return (0x61...0x7A).contains(scalar | 0x20) || (0x30...0x39).contains(scalar)
    }
    return beyondASCII(scalar)
  }

  private static func beyondASCII(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xB5, 0xBA: true
    case 0xC0...0x2AF: scalar != 0xD7 && scalar != 0xF7
    case 0x1E00...0x1EFF: true
    case 0x2000...0x2BFF, 0x80...0xBF: false
    default: isLetterOrDigit(scalar)
    }
  }

  private static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
