internal import ClaimModel

/// How a note is written.
package enum NoteFormat: String, Sendable, CaseIterable {
  case text, markdown, html
}

extension CorrectionNote {
  /// UTF-8, ends with a line break.
  package func bytes(as format: NoteFormat) -> [UInt8] {
    switch format {
    case .text: Array((lines.joined(separator: "\n") + "\n").utf8)
    case .markdown: Array(markdown.utf8)
    case .html: Array(html.utf8)
    }
  }

  /// The heading, a line for each row, the closing words.
  package var lines: [String] {
    [heading] + rows.map { "\($0.label): \($0.words)" } + [closing]
  }

  private var markdown: String {
    let body = rows.map { "- **\(Self.escaped($0.label)):** \(Self.escaped($0.words))" }
    return "## \(Self.escaped(heading))\n\n" + body.joined(separator: "\n")
      + "\n\n\(Self.escaped(closing))\n"
  }

  /// What Markdown (CommonMark 0.31) would take for markup.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]<>#|~!&".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }

  /// A page by itself, which loads nothing and runs nothing; its `<article>` can be put into another
  /// one as it is.
  private var html: String {
    let code = language == .vietnamese ? "vi" : "en"
    let items = rows.map { row in
      "    <dt>\(HTMLText.escaped(row.label))</dt>\n    <dd>\(Self.value(row))</dd>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(code)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(heading))</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
      dt { font-weight: 600; margin-top: .75rem; }
      dd { margin: 0; overflow-wrap: anywhere; }
      del, ins { text-decoration: none; }
      </style>
      </head>
      <body>
      <article>
        <h1>\(HTMLText.escaped(heading))</h1>
        <dl>
      \(items.joined())  </dl>
        <p>\(HTMLText.escaped(closing))</p>
      </article>
      </body>
      </html>

      """
  }

  private static func value(_ row: Row) -> String {
    let words = HTMLText.escaped(row.words)
    switch row.part {
    case .wrong: return "<del>\(words)</del>"
    case .right: return "<ins>\(words)</ins>"
    case .url where HTMLText.isSafe(row.words): return "<a href=\"\(words)\">\(words)</a>"
    default: return words
    }
  }
}
