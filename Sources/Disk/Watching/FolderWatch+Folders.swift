import SystemPackage

extension FolderWatch {
  /// What files that are found by looking are.
  enum Finding {
    /// There before the watch began.
    case existing
    /// There before it began, and wanted.
    case arriving
    /// Come meanwhile.
    case new
  }

  /// A folder has come. It is watched before it is looked into, so that nothing falls between.
  mutating func enter(_ path: String, _ step: inout Step) {
    mark(path, &step)
    look(into: path, as: .new, &step)
  }

  private mutating func mark(_ path: String, _ step: inout Step) {
    guard source.tells else { return }
    do throws(Errno) {
      marks[try source.add(path)] = path
    } catch .noSpace {
      fallBack(&step)
    } catch {
      // It is gone again, or may not be read: what is not told of it, nobody can load either.
    }
  }

  /// Everything anew: what was missed is found, and folders that have come are watched.
  mutating func lookAgain(_ step: inout Step) {
    guard FileFinder.names(in: folder) != nil else { return lose(&step) }
    enter(folder, &step)
  }

  /// The files of a folder and the folders within it. Links to folders are not followed: they may
  /// lead round in a circle.
  mutating func look(into folder: String, as finding: Finding, _ step: inout Step) {
    for name in (FileFinder.names(in: folder) ?? []).sorted()
    where !ArrivalName.isUnfinished(name) {
      let path = Self.path(folder, name)
      if ArrivalName.isStory(name, endings: options.endings), isFile(path) {
        find(path, as: finding, &step)
      } else if isFolder(path) {
        mark(path, &step)
        look(into: path, as: finding, &step)
      }
    }
  }

  private mutating func find(_ path: String, as finding: Finding, _ step: inout Step) {
    switch finding {
    case .existing:
      guard let status = try? calls.status(FilePath(text: path)) else { return }
      existing[path] = FileStamp(status)
    case .arriving, .new: find(path)
    }
  }

  private func isFile(_ path: String) -> Bool {
    (try? calls.status(FilePath(text: path)))?.type == .regular
  }

  private func isFolder(_ path: String) -> Bool {
    (try? calls.status(FilePath(text: path)))?.type == .directory
      && (try? calls.readLink(FilePath(text: path))) == nil
  }
}
