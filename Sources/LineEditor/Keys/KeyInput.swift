/// Keys from the terminal, with the time-outs that tell ESC alone from a sequence and end a paste
/// whose end never comes.
struct KeyInput {
  enum Item: Equatable {
    case key(Key)
    case woken(Set<UInt8>)
    case ended
  }

  private let terminal: Terminal
  private var decoder = KeyDecoder()
  private var keys: [Key] = []
  private var at = 0

  init(terminal: Terminal) { self.terminal = terminal }

  /// A key is there already: no need to paint before it is handled.
  var hasKey: Bool { at < keys.count || decoder.isPasting }

  mutating func next() -> Item {
    while true {
      if at < keys.count {
        defer { at += 1 }
        return .key(keys[at])
      }
      at = 0
      switch terminal.next(timeout: decoder.patience ?? -1) {
      case .bytes(let bytes): keys = decoded(bytes)
      case .timedOut: keys = decoder.timeOut()
      case .woken(let reasons):
        keys = []
        return .woken(reasons)
      case .ended:
        keys = []
        return .ended
      }
    }
  }

  /// ^C, the last that came, ends a paste as well: nobody pastes one at the end.
  private mutating func decoded(_ bytes: [UInt8]) -> [Key] {
    let keys = decoder.keys(from: bytes)
    guard decoder.isPasting, bytes.last == 0x03, !terminal.hasInput else { return keys }
    return keys + decoder.timeOut() + [.control("C")]
  }
}
