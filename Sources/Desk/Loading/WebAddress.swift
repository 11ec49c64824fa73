package import Disk
package import TerminalText

/// Pages of the web: never asked for unless the user says so, and then through curl.
package enum WebAddress {
  /// "https://bao.example/tin" → true, "tin/https.html" → false
  package static func isOne(_ word: String) -> Bool {
    let lower = word.lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://")
  }

  /// An address where nobody said that the web may be asked.
  package struct Refusal: UserFacing {
    let address: String

    package init(address: String) { self.address = address }

    package var message: ErrorMessage {
      ErrorMessage(
        "'\(address)': pages of the web are not fetched; save the page in a browser and load the "
          + "file, or say load --fetch, which needs curl")
    }

    package var status: ProgramStatus { .usage }
  }

  /// Bytes of a page, seconds until it is there, and redirects on the way, at most.
  static let mostBytes = 32 << 20
  static let mostSeconds = 20
  static let mostRedirects = 5

  /// What an address gives. Throws where curl is not installed or gets no page.
  package static func page(_ address: String) throws(UserError) -> FetchedPage {
    let run = ProgramCall(
      "curl",
      [
        "--silent", "--show-error", "--fail", "--location", "--proto", "=http,https",
        "--max-redirs", "\(mostRedirects)", "--max-time", "\(mostSeconds)",
        "--max-filesize", "\(mostBytes)", "--output", "-",
        "--write-out", "%{stderr}%{url_effective}", "--", address,
      ])
    let output = try run.output(
      mostBytes: mostBytes, seconds: mostSeconds + 5, installing: "curl", of: address)
    let told = output.told.split(whereSeparator: \.isNewline).map(String.init)
    return FetchedPage(bytes: MappedFile(output.bytes), url: told.last ?? address)
  }
}

/// What the desktop holds that was copied last.
package enum Clipboard {
  /// Asks wl-paste under Wayland, else xclip.
  package static func contents() throws(UserError) -> MappedFile {
    let calls = [
      ProgramCall("wl-paste", ["--no-newline"]),
      ProgramCall("xclip", ["-selection", "clipboard", "-out"]),
    ]
    guard let call = calls.first(where: { $0.isInstalled }) else {
      throw UserError(
        FileError.unreadable(
          "the clipboard",
          reason: "neither wl-paste nor xclip is installed; load - reads what you paste"))
    }
    let output = try call.output(
      mostBytes: 32 << 20, seconds: 5, installing: call.name, of: "the clipboard")
    return MappedFile(output.bytes)
  }
}
