package import ClaimModel
package import TerminalText

extension ErrorMessage.Pointer {
  /// Points at `span` of `source` in the line that it stands on.
  package init(at span: TextSpan, in source: String) {
    let bytes = Array(source.utf8)
    let at = min(span.start, bytes.count)
    let start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
    func width(_ range: Range<Int>) -> Int {
      DisplayWidth.of(shown(range))
    }
    func shown(_ range: Range<Int>) -> String {
      Sanitiser.harmless(Sanitiser.visible(String(decoding: bytes[range], as: UTF8.self)))
    }
    self.init(
      line: shown(start..<end), indent: width(start..<at),
      length: width(at..<max(at, min(span.end, end))))
  }
}
