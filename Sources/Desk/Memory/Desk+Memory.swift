package import ClaimMemory
import ClaimModel
import Disk
import FactStore
package import Presentation
import Sessions
import SystemPackage
package import TerminalText

/// What came of adding sessions to a memory.
package struct MemoryOutcome: Sendable {
  /// Sessions that were taken in, with how many claims each.
  package var added: [(session: String, claims: Int)] = []
  package var failures: [UserError] = []
  /// What the memory holds now.
  package var sessions = 0
  package var claims = 0
}

extension Desk {
  /// Where past claims are remembered: as given, else as the settings say.
  package func memoryPlace(_ given: String?) throws(UserError) -> MemoryPlace {
    if let given { return MemoryPlace(UserPath.located(given)) }
    if let set = settings.memory { return MemoryPlace(UserPath.located(set)) }
    guard let file = surroundings.memoryFile else { throw UserError(MemoryPlaceError.nowhere) }
    return MemoryPlace(file)
  }

  /// The memory, or nil where nothing was ever added to one at its place.
  package func memoryIfAny(_ given: String? = nil) throws(UserError) -> ClaimMemory? {
    guard given != nil || settings.memory != nil || surroundings.memoryFile != nil else {
      return nil
    }
    do throws(UserError) { return try ClaimMemory(try memoryPlace(given).path) } catch {
      if case MemoryError.missing? = error.cause as? MemoryError { return nil }
      throw error
    }
  }

  /// Adds the claims of sessions; one that was added before is taken anew. Sessions that cannot be
  /// read are told beside those that can; where none can, throws and leaves all as it was.
  package func remember(
    _ words: [String], at place: MemoryPlace, progress: (Progress) throws -> Void
  ) throws -> MemoryOutcome {
    let named = FileFinder.files(words, endingIn: [".json"])
    return try alone(at: place) { calls in
      var read = try opened(named.paths.map { absolute($0, calls) }, progress)
      read.outcome.failures = named.failures + read.outcome.failures
      guard !read.sessions.isEmpty else {
        throw InputFailures(
          read.outcome.failures, of: named.paths.count + named.failures.count)
      }
      var old: ClaimMemory?
      do throws(UserError) { old = try ClaimMemory(place.path, verifying: true) } catch {
        guard case MemoryError.missing? = error.cause as? MemoryError else { throw error }
      }
      var list = try place.sessions(calls)
      list += (old?.sessions ?? []).filter { !list.contains($0) }
      let fresh = Set(read.sessions.map(\.path))
      var builder = MemoryBuilder()
      if let old {
        for session in old.sessions where !fresh.contains(session) { builder.add(session: session) }
        for at in 0..<old.claimCount {
          let claim = try old.claim(at: at)
          if !fresh.contains(claim.session) { builder.add(claim) }
          if at % 1000 == 0 {
            try progress(
              Progress(work: "remembering", done: at, total: old.claimCount, unit: "claims"))
          }
        }
      }
      try finish(&read, builder, list, place, calls)
      return read.outcome
    }
  }

  /// Makes the memory anew from the sessions of its list; those that are not there any more stay in
  /// the list and are told.
  package func rebuildMemory(
    at place: MemoryPlace, progress: (Progress) throws -> Void
  ) throws -> MemoryOutcome {
    try alone(at: place) { calls in
      var list = try place.sessions(calls)
      if let old = try? ClaimMemory(place.path) {
        list += old.sessions.filter { !list.contains($0) }
      }
      guard !list.isEmpty else { throw MemoryError.missing(place.list) }
      var read = try opened(list, progress)
      guard !read.sessions.isEmpty else {
        throw InputFailures(read.outcome.failures, of: list.count)
      }
      try finish(&read, MemoryBuilder(), list, place, calls)
      return read.outcome
    }
  }

  /// Adds what was read to what is there, and writes both.
  private func finish(
    _ read: inout OpenedForMemory, _ builder: MemoryBuilder, _ list: [String],
    _ place: MemoryPlace, _ calls: SystemCalls
  ) throws {
    var (builder, list) = (builder, list)
    for (path, claims) in read.sessions {
      builder.add(session: path)
      for claim in claims { builder.add(claim) }
      if !list.contains(path) { list.append(path) }
    }
    read.outcome.sessions = builder.sessionCount
    read.outcome.claims = builder.claimCount
    try place.write(try builder.bytes(for: place.path), of: list, calls)
  }

  private struct OpenedForMemory {
    var sessions: [(path: String, claims: [RememberedClaim])] = []
    var outcome = MemoryOutcome()
  }

  private func opened(
    _ paths: [String], _ progress: (Progress) throws -> Void
  ) throws -> OpenedForMemory {
    var read = OpenedForMemory()
    var seen = Set<String>()
    for (number, path) in paths.enumerated() where seen.insert(path).inserted {
      try progress(
        Progress(work: "opening", done: number, total: paths.count, unit: "sessions"))
      do throws(UserError) {
        if path.contains("\n") { throw UserError(MemoryPlaceError.badPath(path)) }
        let store = try session(path).store
        let claims = store.claims.compactMap { id in
          store.claim(id).flatMap { RememberedClaim($0, in: store, session: path) }
        }
        read.sessions.append((path, claims))
        read.outcome.added.append((path, claims.count))
      } catch {
        read.outcome.failures.append(error)
      }
    }
    return read
  }

  /// Nobody else writes the memory meanwhile; whoever reads it goes on reading what it was.
  private func alone<Result>(
    at place: MemoryPlace, _ body: (SystemCalls) throws -> Result
  ) throws -> Result {
    let protection = surroundings.protection
    let calls = protection?.calls ?? .live
    let folder = FilePath(text: place.path).removingLastComponent()
    if !folder.isEmpty { try? calls.makeFolders(folder) }
    let holder = LockHolder(
      user: user, host: protection?.host() ?? "", process: protection?.process ?? 0,
      since: surroundings.now())
    switch SessionLock.acquire(for: FilePath(text: place.path), as: holder, calls: calls) {
    case .held(let lock, _):
      defer { lock.release() }
      return try body(calls)
    case .taken(let other): throw MemoryPlaceError.taken(place.path, by: other)
    case .unavailable(let failure):
      throw FileError.cannotWrite(place.path, reason: failure.error.words)
    }
  }

  /// The path of the session on the desk as a memory knows it; "" where it has none.
  package var rememberedPath: String {
    path.map { absolute($0, surroundings.protection?.calls ?? .live) } ?? ""
  }

  private func absolute(_ path: String, _ calls: SystemCalls) -> String {
    let path = FilePath(text: path)
    guard path.isRelative, let folder = try? calls.resolved(".") else { return path.description }
    return folder.pushing(path).lexicallyNormalized().description
  }
}
