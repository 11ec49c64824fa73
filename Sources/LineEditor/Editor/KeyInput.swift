import CEditline

/// Keys from the terminal, with the time-out that tells ESC alone from a sequence.
struct KeyInput {
  enum Item: Equatable {
    case key(Key)
    case woken(Set<UInt8>)
    case ended
  }

  /// Milliseconds that the rest of a sequence may take to come; over a slow line it needs some.
  static let sequenceTimeout: Int32 = 50

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
      switch terminal.next(timeout: decoder.isPending ? Self.sequenceTimeout : -1) {
      case .bytes(let bytes): keys = decoder.keys(from: bytes)
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
}
