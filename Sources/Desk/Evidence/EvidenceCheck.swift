package import ClaimModel
import Disk
package import FactStore
import Sessions
package import TerminalText

/// Whether the files that were kept as evidence still lie in a folder as they were.
package struct EvidenceCheck: Sendable {
  package enum State: Sendable, Hashable {
    /// The path of a file with just these bytes.
    case unchanged(String)
    /// The same, under another name than it was kept by.
    case renamed(String)
    /// A file of its name holds other bytes, of this SHA-256.
    case changed(String, sha256: String)
    case missing
  }

  package struct Item: Sendable {
    package var claims: [ClaimID]
    package var capture: EvidenceCapture
    package var state: State
    /// What a time-stamp reply beside the file shows; nil where there is none.
    package var stamp: Stamp?

    /// Whether its bytes were found.
    package var isThere: Bool {
      switch state {
      case .unchanged, .renamed: true
      case .changed, .missing: false
      }
    }
  }

  package struct Stamp: Sendable {
    package var reply: TimeStampReply?
    package var finding: Result<TimeStampFile.Finding, UserError>

    /// Whether it shows that something is wrong.
    package var isBroken: Bool {
      switch finding {
      case .success(.otherBytes), .success(.refused): true
      default: false
      }
    }
  }

  package let items: [Item]

  /// Looks through a folder and the folders in it; reads files of a length or a name that is
  /// wanted. `authority`: certificates, PEM, by which time-stamp replies are checked.
  package init(
    _ kept: [KeptEvidence], in folder: String, authority: String? = nil
  ) throws(UserError) {
    let located = UserPath.located(folder)
    guard FileFinder.kind(located) != nil else { throw UserError(FileError.notFound(folder)) }
    let authority = authority.map(UserPath.located)
    if let authority, FileFinder.kind(authority) != .file {
      throw UserError(FileError.notFound(authority))
    }
    let paths = FileFinder.files([located], endingIn: [""]).paths
    let files = EvidenceFolder(paths, kept.map(\.capture))
    items = kept.map { kept in
      let state = files.state(of: kept.capture)
      var item = Item(claims: kept.claims, capture: kept.capture, state: state)
      switch state {
      case .unchanged(let path), .renamed(let path):
        let reply = kept.capture.stamp.flatMap { files.reply($0.sha256) }
        item.stamp = Stamp(of: path, in: reply, kept.capture.sha256, authority)
        if item.stamp == nil, let lost = kept.capture.stamp {
          item.stamp = Stamp(finding: .failure(UserError(FileError.notFound(lost.name))))
        }
      case .changed(let path, let sha256): item.stamp = Stamp(of: path, sha256, authority)
      case .missing: break
      }
      return item
    }
  }

  /// Whether all was found as it was kept, and no time-stamp says otherwise.
  package var isWhole: Bool { items.allSatisfy { $0.isThere && !($0.stamp?.isBroken ?? false) } }
}

extension EvidenceCheck.Stamp {
  /// `reply`: where it lies that was kept with the file; nil where that is not known. Nil where
  /// none lies beside the file either.
  fileprivate init?(
    of path: String, in reply: String? = nil, _ sha256: String, _ authority: String?
  ) {
    do throws(UserError) {
      let found: TimeStampFile? =
        if let reply { try TimeStampFile(reply) } else { try TimeStampFile(besides: path) }
      guard let file = found else { return nil }
      self.reply = file.reply
      finding = .success(try file.finding(on: path, sha256: sha256, authority: authority))
    } catch {
      self.reply = nil
      finding = .failure(error)
    }
  }

  /// Of any file: a session's.
  package init?(besides path: String, authority: String?) throws(UserError) {
    guard FileFinder.kind(path + ".tsr") == .file else { return nil }
    let authority = authority.map(UserPath.located)
    if let authority, FileFinder.kind(authority) != .file {
      throw UserError(FileError.notFound(authority))
    }
    self.init(of: path, SessionFile.sha256(try MappedFile(path)), authority)
  }
}

/// A file that was kept, with the claims that it is evidence of, each once.
package struct KeptEvidence: Sendable, Hashable {
  package var claims: [ClaimID]
  package var capture: EvidenceCapture

  /// In order of claims; what several claims have is one.
  package static func all(of records: [ClaimRecord]) -> [KeptEvidence] {
    var found = [KeptEvidence]()
    var places = [String: Int]()
    for record in records {
      for kept in record.captures.map(\.mark) {
        let key = "\(kept.sha256) \(kept.name)"
        if let place = places[key] {
          if found[place].claims.last != record.id { found[place].claims.append(record.id) }
          found[place].capture.stamp = found[place].capture.stamp ?? kept.stamp
        } else {
          places[key] = found.count
          found.append(KeptEvidence(claims: [record.id], capture: kept))
        }
      }
    }
    return found
  }
}

/// The files of a folder by name, and the digests of those that may be evidence.
private struct EvidenceFolder {
  private var digests: [String: [String]] = [:]
  private var names: [String: [String]] = [:]
  /// Time-stamp replies by their digests.
  private var replies: [String: String] = [:]

  init(_ paths: [String], _ wanted: [EvidenceCapture]) {
    let lengths = Set(wanted.map(\.length))
    for path in paths {
      names[EvidenceFile.fileName(path), default: []].append(path)
      if path.hasSuffix(".tsr"), FileFinder.size(path) < 1 << 20, let file = try? MappedFile(path) {
        replies[SessionFile.sha256(file)] = path
      }
      guard lengths.contains(FileFinder.size(path)), let file = try? MappedFile(path) else {
        continue
      }
      digests[SessionFile.sha256(file), default: []].append(path)
    }
  }

  func reply(_ sha256: String) -> String? { replies[sha256] }

  func state(of capture: EvidenceCapture) -> EvidenceCheck.State {
    if let same = digests[capture.sha256], let first = same.first {
      let named = same.first { EvidenceFile.fileName($0) == capture.name }
      return named.map { .unchanged($0) } ?? .renamed(first)
    }
    guard let path = names[capture.name]?.first, let file = try? MappedFile(path) else {
      return .missing
    }
    return .changed(path, sha256: SessionFile.sha256(file))
  }
}
