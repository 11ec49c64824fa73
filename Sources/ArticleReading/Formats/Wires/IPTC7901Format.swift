package import ClaimModel

/// The text format of IPTC Recommendation 7901, in which agencies still send: a header line
/// ("eca0124 3 i 93  dpa 1888"), keywords, headlines that end in "=", the text, a date. SOH, STX,
/// ETX and EOT part them, or have been taken out on the way.
package enum IPTC7901Format: StoryFormat {
  package static let name = "iptc7901"
  package static let summary = "a wire story in the text format IPTC 7901"
  package static let endings = [".iptc"]
  package static let order = 47

  private static let form = "an IPTC 7901 message"

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    IPTC7901Header(bytes) != nil
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    if ReceivedInput.isBlank(bytes) { return [ReadingError(input: input.name, kind: .empty)] }
    guard let header = IPTC7901Header(bytes) else {
      return [
        fault(
          input, "line 1", "no header line", "a message begins as \"eca0124 3 i 93 dpa 1888\" does")
      ]
    }
    if header.isMarked, !bytes[header.end...].contains(0x02) {
      return [fault(input, "line 2", "no start of text (STX, byte 02)", "get it again, whole")]
    }
    if header.isMarked, !bytes[header.end...].contains(0x03) {
      return [
        fault(input, nil, "no end of text (ETX, byte 03): it is cut off", "get it again, whole")
      ]
    }
    do throws(ReadingError) {
      let message = try IPTC7901Message(bytes, header, of: input)
      return ReceivedInput.deliver(
        [.init(story: message.story(input.words), number: 1)], of: input, form: form,
        numbered: false, body)
    } catch {
      return [error]
    }
  }

  private static func fault(
    _ input: StoryInput, _ place: String?, _ problem: String, _ remedy: String
  ) -> ReadingError {
    ReceivedInput.malformed(input, form, place: place, problem, remedy: remedy)
  }
}

/// The header line of a message.
struct IPTC7901Header {
  /// Who sends it: "dpa".
  private(set) var source: String
  /// The code of its desk: "i".
  private(set) var category: String
  /// Whether it begins with SOH.
  private(set) var isMarked: Bool
  /// Where the next line begins.
  private(set) var end: Int

  /// nil where the first line is none: service and number, priority, category, count of words, the
  /// agency and its number.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    // SYN may stand before SOH.
    let start = bytes.prefix(16).firstIndex { $0 != 0x16 && $0 != 0x0D && $0 != 0x0A } ?? 0
    guard start < bytes.count else { return nil }
    isMarked = bytes[start] == 0x01
    let first = isMarked ? start + 1 : start
    let line = bytes[first...].prefix(120).prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0x02 }
    end = first + line.count
    let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard fields.count >= 4, Self.isService(fields[0]), fields[1].utf8.count == 1,
      isMarked || Self.isNumber(fields[1]), fields[2].utf8.count <= 4, Self.isNumber(fields[3]),
      fields[2].allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    // Without SOH a line of prose must not be taken for one.
    guard isMarked || (fields.count >= 6 && Self.isNumber(fields[5])) else { return nil }
    category = String(fields[2])
    source = fields.count > 4 ? String(fields[4]) : String(fields[0].prefix { $0.isLetter })
  }

  /// "eca0124"
  private static func isService(_ field: Substring) -> Bool {
    let letters = field.prefix { $0.isASCII && $0.isLetter }
    let digits = field[letters.endIndex...]
    return (1...8).contains(letters.count) && (3...5).contains(digits.count) && isNumber(digits)
  }

  private static func isNumber(_ field: Substring) -> Bool {
    !field.isEmpty && field.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
