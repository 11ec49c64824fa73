internal import Synchronization

/// A value that is made when it is first asked for, once, whoever asks.
struct MadeOnce<Value: Sendable>: ~Copyable {
  private let made = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }
}
