package import SystemPackage

/// Where a path leads: through all links, also one whose target is not there yet.
package struct FilePlace: Sendable, Hashable {
  /// Without links; of a pipe or a device as it was given.
  package var path: FilePath
  /// Nil where nothing is there.
  package var status: SystemCalls.Status?
}

extension SystemCalls {
  /// The place that writing to a path would fill. Its folder must be there.
  ///
  /// `link.json` → `target/real.json`, which is not there: `/desk/target/real.json`
  package func place(of path: FilePath) throws(Errno) -> FilePlace {
    var path = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      let status: Status
      do throws(Errno) {
        status = try insisting { () throws(Errno) in try self.status(path) }
      } catch .noSuchFileOrDirectory {
        let place = try missingPlace(path)
        guard let link = place.link else { return FilePlace(path: place.path, status: nil) }
        path = link
        continue
      }
      return FilePlace(path: try realPath(path, status), status: status)
    }
    throw .tooManySymbolicLinkLevels
  }

  /// A pipe has none, and neither has a file that was removed while it was open.
  private func realPath(_ path: FilePath, _ status: Status) throws(Errno) -> FilePath {
    do throws(Errno) {
      return try insisting { () throws(Errno) in try resolved(path) }
    } catch .noSuchFileOrDirectory {
      if status.type == .regular { throw .invalidArgument }
      return path
    }
  }

  /// The path in its folder, and where that leads if it is a link.
  private func missingPlace(
    _ path: FilePath
  ) throws(Errno) -> (path: FilePath, link: FilePath?) {
    guard let name = path.lastComponent, name.kind == .regular else { throw .isDirectory }
    let given = path.removingLastComponent()
    let folder = try insisting { () throws(Errno) in try resolved(given.isEmpty ? "." : given) }
    let plain = folder.appending(name)
    do throws(Errno) {
      return (plain, folder.pushing(try insisting { () throws(Errno) in try readLink(plain) }))
    } catch {
      if error == .noSuchFileOrDirectory || error == .invalidArgument { return (plain, nil) }
      throw error
    }
  }
}
