import SystemPackage

extension FolderWatch {
  /// A file is whole; one that is empty may still be filled.
  mutating func arrive(_ path: String, _ step: inout Step) {
    guard let stamp = stamp(path), stamp.size > 0 else {
      settling[path] = nil
      return
    }
    take(path, stamp, &step)
  }

  private mutating func take(_ path: String, _ stamp: FileStamp, _ step: inout Step) {
    settling[path] = nil
    // Closed without a change by who had it open when the watch began.
    guard existing[path] != stamp else { return }
    existing[path] = nil
    guard seen.insert(stamp).inserted else { return }
    step.arrivals.append(Arrival(path: path, stamp: stamp))
  }

  /// A file that is written here will be closed, which is told; a link to a whole one will not.
  mutating func begin(_ path: String) {
    guard let status = try? calls.status(FilePath(text: path)), status.type == .regular,
      settling[path] == nil
    else { return }
    let stamp = FileStamp(status)
    let isLink = status.links > 1 || (try? calls.readLink(FilePath(text: path))) != nil
    settling[path] = Settling(
      stamp: stamp, since: .now, needs: isLink ? options.settling : options.patience)
  }

  /// A file that was found by looking.
  mutating func find(_ path: String) {
    guard settling[path] == nil, let stamp = stamp(path), !seen.contains(stamp),
      existing[path] != stamp
    else { return }
    settling[path] = Settling(stamp: stamp, since: .now, needs: every ?? options.settling)
  }

  /// What stayed the same for long enough has arrived; what changed has to stay anew.
  mutating func settle(_ step: inout Step) {
    let now = ContinuousClock.now
    for (path, file) in settling.sorted(by: { $0.key < $1.key })
    where file.since + file.needs <= now {
      guard let stamp = stamp(path) else {
        settling[path] = nil
        continue
      }
      if stamp == file.stamp, stamp.size > 0 {
        take(path, stamp, &step)
      } else {
        settling[path] = Settling(stamp: stamp, since: now, needs: file.needs)
      }
    }
  }

  /// Nil where it is gone, or no ordinary file.
  private func stamp(_ path: String) -> FileStamp? {
    guard let status = try? calls.status(FilePath(text: path)), status.type == .regular else {
      return nil
    }
    return FileStamp(status)
  }
}
