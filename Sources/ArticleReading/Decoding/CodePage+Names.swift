extension CodePage {
  /// The page that documents declare by this name: "windows-1258", "ISO-8859-1". As the web does
  /// (WHATWG Encoding, "names and labels"), Latin-1 is read as Windows-1252.
  static func named(_ name: String) -> CodePage? {
    switch name.lowercased() {
    case "windows-1258", "cp1258", "x-cp1258": vietnamese
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1",
      "l1", "us-ascii", "ascii":
      western
    default: nil
    }
  }
}
