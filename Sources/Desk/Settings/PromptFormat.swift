import Presentation
package import TerminalText

/// What a prompt is made of: `theo[ {unchecked} unchecked][{unsaved}]> `.
///
/// `{name}` is a place that the desk fills, `[…]` is left out where a place in it is empty; a sign
/// typed twice is the sign itself.
package struct PromptFormat: Sendable, Hashable {
  package enum Place: String, Sendable, CaseIterable {
    case session, unchecked, claims, stories, user, unsaved
  }

  enum Piece: Sendable, Hashable {
    case text(String)
    case place(Place)
    case group([Piece])
  }

  package static let standard = "theo[ {session}][ {unchecked} unchecked][{unsaved}]> "
  package static let places = Place.allCases.map(\.rawValue)

  let pieces: [Piece]

  package init(_ text: String) throws(SettingProblem) {
    var rest = Substring(text)
    pieces = try Self.pieces(&rest, inGroup: false)
  }

  private static func pieces(
    _ rest: inout Substring, inGroup: Bool
  ) throws(SettingProblem) -> [Piece] {
    var pieces = [Piece]()
    var text = ""
    func flush() { if !text.isEmpty { pieces.append(.text(text)) } }
    while let sign = rest.popFirst() {
      switch sign {
      case "{", "}", "[", "]":
        if rest.first == sign {
          rest.removeFirst()
          text.append(sign)
          continue
        }
        if sign == "]", inGroup {
          flush()
          return pieces
        }
        guard sign == "{" || sign == "[" && !inGroup else { throw .unpaired(sign) }
        flush()
        text = ""
        pieces.append(
          sign == "{" ? .place(try place(&rest)) : .group(try Self.pieces(&rest, inGroup: true)))
      default: text.append(sign)
      }
    }
    if inGroup { throw .unpaired("[") }
    flush()
    return pieces
  }

  private static func place(_ rest: inout Substring) throws(SettingProblem) -> Place {
    guard let end = rest.firstIndex(of: "}") else { throw .unpaired("{") }
    let name = String(rest[..<end])
    rest = rest[rest.index(after: end)...]
    guard let place = Place(rawValue: name) else { throw .unknownPlace(name) }
    return place
  }
}

extension PromptFormat {
  /// With the places filled; what stands before the first of them is the name of the prompt.
  package func filled(_ value: (Place) -> String) -> StyledText {
    var out = StyledText()
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text): out.append(Sanitiser.harmless(text), index == 0 ? .prompt : .plain)
      case .place(let place): out.append(Sanitiser.harmless(value(place)), .dim)
      case .group(let pieces): out.append(Self.group(pieces, value), .dim)
      }
    }
    return out
  }

  private static func group(_ pieces: [Piece], _ value: (Place) -> String) -> String {
    var out = ""
    for piece in pieces {
      switch piece {
      case .text(let text): out += text
      case .place(let place):
        let text = value(place)
        if text.isEmpty { return "" }
        out += text
      case .group: break
      }
    }
    return Sanitiser.harmless(out)
  }
}
