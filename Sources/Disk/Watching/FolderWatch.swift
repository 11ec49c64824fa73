package import SystemPackage

/// Finds the files that come into a folder and the folders within it, each when it is whole.
///
/// Where the system tells what happens, a file is whole when who wrote it has closed it, or when it
/// was moved here. One that was found by looking (in a folder that has just come, after an overflow,
/// or because nothing tells) is whole when size and time stayed the same from one look to the
/// next. An empty file is none yet. One thread owns a watch.
package struct FolderWatch {
  package struct Options: Sendable {
    /// What names of stories end in.
    package var endings: [String]
    /// The folder is looked through so often; nil where the system tells enough.
    package var every: Duration?
    /// So long a file that was found by looking has to stay the same.
    package var settling: Duration = .milliseconds(500)
    /// So long one that was begun, and that nobody closed: it may be a link to a whole one.
    package var patience: Duration = .seconds(30)

    package init(endings: [String], every: Duration? = nil) {
      self.endings = endings
      self.every = every
    }
  }

  package enum Note: Sendable, Hashable {
    /// The folder is gone, or cannot be read any more; it is waited for.
    case gone
    case back
    /// The system takes no more folders; they are looked through.
    case tooMany
  }

  /// What a step found.
  package struct Step: Sendable {
    package var arrivals: [Arrival] = []
    package var notes: [Note] = []
  }

  /// A file that is not known to be whole.
  struct Settling {
    var stamp: FileStamp
    var since: ContinuousClock.Instant
    var needs: Duration
  }

  /// Without a slash at its end, but for the root of all.
  package let folder: String
  let options: Options
  let source: any FolderEventSource
  let calls: SystemCalls
  var marks: [FolderMark: String] = [:]
  /// Files that were there when the watch began.
  package internal(set) var existing: [String: FileStamp] = [:]
  /// Of files that arrived, as they were then: by another name they are no others.
  var seen: Set<FileStamp> = []
  var settling: [String: Settling] = [:]
  /// Files that have come whose names end as those of no story.
  package internal(set) var passedOver = 0
  /// How often it is looked through; nil where what is told is enough.
  package internal(set) var every: Duration?
  private var nextLook: ContinuousClock.Instant
  private var isGone = false

  /// Throws where the folder cannot be watched. What lies there already is in `existing`, or, where
  /// `takesExisting`, arrives.
  package init(
    _ folder: String, _ options: Options, source: any FolderEventSource,
    takesExisting: Bool = false, calls: SystemCalls = .live
  ) throws(Errno) {
    let name = folder.hasSuffix("/") && folder != "/" ? String(folder.dropLast()) : folder
    self.folder = name
    self.options = options
    self.source = source
    self.calls = calls
    every = options.every ?? (source.tells ? nil : .seconds(2))
    nextLook = .now + (every ?? .zero)
    guard try calls.status(FilePath(text: name)).type == .directory else { throw .notDirectory }
    guard FileFinder.names(in: name) != nil else { throw .permissionDenied }
    var step = Step()
    do throws(Errno) { marks[try source.add(name)] = name } catch { fallBack(&step) }
    look(into: name, as: takesExisting ? .arriving : .existing, &step)
  }

  /// How many folders it watches, itself with them.
  package var folders: Int { max(1, marks.count) }

  /// What has come; waits for it, or until `source.wake` was called, or at most so long.
  package mutating func step(waiting most: Duration) -> Step {
    var step = Step()
    for event in source.wait(min(most, timeToNext)) { handle(event, &step) }
    if let every, !isGone, nextLook <= .now {
      lookAgain(&step)
      nextLook = .now + every
    }
    settle(&step)
    if isGone { comeBack(&step) }
    return step
  }

  /// Until something has to be looked at.
  private var timeToNext: Duration {
    let now = ContinuousClock.now
    var next: Duration = isGone ? .seconds(1) : .seconds(60)
    if every != nil { next = min(next, nextLook - now) }
    for file in settling.values { next = min(next, file.since + file.needs - now) }
    return max(next, .milliseconds(1))
  }

  private mutating func handle(_ event: FolderEvent, _ step: inout Step) {
    switch event {
    case .complete(let mark, let name):
      if isOther(name) { passedOver += 1 }
      if let path = path(mark, name) { arrive(path, &step) }
    case .begun(let mark, let name):
      if let path = path(mark, name) { begin(path) }
    case .folderCame(let mark, let name):
      guard let parent = marks[mark], !name.hasPrefix(".") else { return }
      enter(Self.path(parent, name), &step)
    case .folderLeft(let mark, let name):
      if let parent = marks[mark] { forget(below: Self.path(parent, name)) }
    case .gone(let mark):
      guard let gone = marks.removeValue(forKey: mark) else { return }
      source.remove(mark)
      if gone == folder { lose(&step) }
    case .overflow: lookAgain(&step)
    }
  }

  /// The path of a file that may be a story.
  private func path(_ mark: FolderMark, _ name: String) -> String? {
    guard let parent = marks[mark], !ArrivalName.isUnfinished(name), !isOther(name) else {
      return nil
    }
    return Self.path(parent, name)
  }

  private func isOther(_ name: String) -> Bool {
    !ArrivalName.isUnfinished(name) && !ArrivalName.isStory(name, endings: options.endings)
  }

  static func path(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  private mutating func forget(below folder: String) {
    for (mark, path) in marks where path == folder || path.hasPrefix(folder + "/") {
      source.remove(mark)
      marks[mark] = nil
    }
  }

  mutating func lose(_ step: inout Step) {
    guard !isGone else { return }
    isGone = true
    forget(below: folder)
    step.notes.append(.gone)
  }

  /// What is there when the folder is back, and was not before, has arrived.
  private mutating func comeBack(_ step: inout Step) {
    guard let status = try? calls.status(FilePath(text: folder)), status.type == .directory,
      FileFinder.names(in: folder) != nil
    else { return }
    isGone = false
    step.notes.append(.back)
    enter(folder, &step)
  }

  /// From now on the folders are looked through.
  mutating func fallBack(_ step: inout Step) {
    guard every == nil else { return }
    every = .seconds(5)
    nextLook = .now + .seconds(5)
    step.notes.append(.tooMany)
  }
}
