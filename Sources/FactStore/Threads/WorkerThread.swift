#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A thread of its own for one piece of work.
///
/// Those of Dispatch's pools are looked up in /proc, and the program is ended where that is not
/// mounted: in a chroot, a sandbox, a bare container.
package struct WorkerThread {
  private let thread: pthread_t

  /// Nil where the system gives no more threads: nothing is done then.
  package init?(_ work: @escaping @Sendable () -> Void) {
    let given = Unmanaged.passRetained(Work(run: work))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // Whatever `ulimit -s` says: pages nest deeply.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    #if canImport(Darwin)
      var made: pthread_t?
      let failure = pthread_create(&made, &attributes, { Work.run($0) }, given.toOpaque())
    #else
      var started = pthread_t()
      let failure = pthread_create(&started, &attributes, { Work.run($0) }, given.toOpaque())
      let made: pthread_t? = started
    #endif
    guard failure == 0, let made else {
      given.release()
      return nil
    }
    thread = made
  }

  /// Waits until the work is done.
  package func join() { pthread_join(thread, nil) }

  /// Nobody will wait for it.
  package func detach() { pthread_detach(thread) }
}

private final class Work: Sendable {
  let run: @Sendable () -> Void
  init(run: @escaping @Sendable () -> Void) { self.run = run }

  /// What a thread is started with: the work that it was handed.
  static func run(_ given: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let given else { return nil }
    Unmanaged<Work>.fromOpaque(given).takeRetainedValue().run()
    return nil
  }
}
