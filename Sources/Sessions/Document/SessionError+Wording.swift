package import TerminalText
package import Disk
internal import FactStore
internal import JSONText
internal import SystemPackage

extension SessionError: CustomStringConvertible {
  /// One or two sentences: which file, where in it, what was expected, what to do.
  package var description: String {
    switch kind {
    case .cannotRead(.invalidArgument):
      "cannot open '\(path)': it is no ordinary file, or a pipe that nobody writes to"
    case .cannotRead(let error): "cannot open '\(path)': \(error.sentence)"
    case .changedOutside:
      "'\(path)' was changed by somebody else since it was read here; nothing is written. "
        + "See what differs: diff '\(path)'. Put both together: merge '\(path)' -o NEW.json. "
        + "Write over it: save --replace"
    case .cannotWrite(let failure): "cannot save '\(path)': \(failure.sentence)"
    case .notASession:
      "'\(path)' is no session: expected JSON with \"format\": \"\(SessionDocument.format)\". "
        + "A story is read with load"
    case .brokenJSON(let error): "'\(path)', \(error). Nothing was opened"
    case .newerVersion(let found, let supported):
      "'\(path)' is a session of version \(found); this theo reads up to version \(supported). "
        + "A newer theo opens it"
    case .wrongFormat(let error, let place):
      "'\(path)', line \(place.line), column \(place.column): "
        + error.sentence.followed(by: "Nothing was opened")
        + (error.isUnknownAction ? ". An operation of a newer theo wants that one" : "")
    case .operationFails(let number, let error):
      "'\(path)': operation \(number) cannot be done: "
        + error.sentence.followed(
          by: "See how far it goes with replay '\(path)' --until \(number - 1)")
    case .storiesMissing(let stories):
      "'\(path)' holds operations alone and needs its stories: "
        + stories.prefix(3).map { "'\($0.name)' (SHA-256 \($0.sha256.prefix(12))…)" }
        .joined(separator: ", ") + (stories.count > 3 ? ", …" : "")
        + ". Name them, or a folder that holds them: open '\(path)' --stories PATH"
    case .storiesReadDifferently(let number):
      "'\(path)' holds operations alone, and this theo finds other claims in the stories that "
        + "operation \(number) loaded: they cannot be told apart by number. "
        + "Open the session that was saved whole"
    }
  }
}

extension String {
  /// Its first 40 characters: a whole story may stand where a word is expected.
  fileprivate var shortened: String {
    let start = prefix(40)
    return start.endIndex == endIndex ? self : start + "…"
  }

  /// Puts another sentence behind this one.
  fileprivate func followed(by next: String) -> String {
    self + (hasSuffix("?") ? " " : ". ") + next
  }
}

extension SessionFinding: CustomStringConvertible {
  package var description: String {
    switch self {
    case .migrated(let version):
      version < 2
        ? "the file is of version \(version), which has no hash chain: "
          + "whether its operations were changed since they were done cannot be told"
        : "the file is of version \(version), which does not say how many operations it has: "
          + "whether the last ones were taken out cannot always be told"
    case .chainBroken(let number):
      "operation \(number) is not as it was saved: its hash is not that of it and the one before"
    case .summaryDiffers(let path): "\(path) is not what the operations come to"
    case .memberMissing(let key):
      "'\(key)' is missing: whether operations were taken out with it cannot be told"
    case .endDiffers(let recorded?, let found) where recorded > found:
      "the last \(recorded - found == 1 ? "operation is" : "\(recorded - found) operations are") "
        + "missing: the file says that it has \(recorded), and has \(found)"
    case .endDiffers(let recorded?, let found) where recorded < found:
      "'end' is that of fewer operations: it says \(recorded), and there are \(found)"
    case .endDiffers: "'end' is not that of the operations: its hash is another"
    case .articleChanged(let id, let name):
      "the text of \(id) '\(name)' is not the one that was saved"
    case .versionChanged(let id, let name, _):
      "the text of a later version of \(id) '\(name)' is not the one that was saved"
    case .stateDiffers(let number, let expected, let found):
      "operation \(number) does not lead to the state that was saved "
        + "(expected \(expected.short), found \(found.short))"
    }
  }
}

extension SessionFinding {
  /// What can be done about it.
  package var remedy: String {
    switch self {
    case .migrated: "saving it brings it up to version \(SessionDocument.version)"
    case .articleChanged, .versionChanged, .chainBroken, .stateDiffers, .summaryDiffers,
      .memberMissing, .endDiffers:
      "it can be looked at, but not changed: go back to a copy from before, or take it as it is "
        + "and have that noted in it, with save NEW.json --reseal"
    }
  }
}

extension StateDigest {
  /// The first 12 digits.
  fileprivate var short: String { description.prefix(12) + "…" }
}

extension FormatError {
  /// Whether an operation is called something that is like nothing this theo knows.
  fileprivate var isUnknownAction: Bool {
    guard case .wrongValue(_, _, nearest: nil) = problem else { return false }
    return path.steps.last == .key("action")
  }

  var sentence: String {
    switch problem {
    case .missingKey(let key): "expected the key '\(key)' in \(place)"
    case .wrongType(let expected, let found): "expected \(expected) in \(place), found \(found)"
    case .wrongValue(let value, let expected, let nearest):
      "expected \(expected) in \(place), found '\(value.shortened)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .spanOutsideText(let start, let end, let length):
      "\(place) is [\(start), \(end)], expected a span within the article's text of "
        + "\(length) code points"
    case .brokenItem(let error): error.words
    }
  }

  private var place: String { path.steps.isEmpty ? "the session" : "\(path)" }
}

extension WriteFailure {
  var sentence: String {
    switch step {
    case .look where error == .invalidArgument:
      "it is no ordinary file. Save under another name"
    case .syncFolder:
      "it is written, but the disk does not confirm it (\(error)). Save it again, "
        + "or on another disk"
    default: "\(error.sentence). What was there is as it was"
    }
  }

  /// For a journal: why it cannot be written, and that work goes on.
  package var reason: String {
    "\(error.sentence.prefix { $0 != "." }). Work goes on in memory alone: "
      + "save the session, on another disk where need be"
  }
}

extension Errno {
  var sentence: String {
    switch self {
    case .noSuchFileOrDirectory: "no such file or folder"
    case .isDirectory: "it is a folder. Name a file in it"
    case .notDirectory: "a part of the path is a file, expected a folder"
    case .permissionDenied, .notPermitted: "no permission"
    case .readOnlyFileSystem: "the disk is read-only. Save on another one"
    case .noSpace, .diskQuotaExceeded: "the disk is full. Make room, or save on another one"
    case .ioError: "the disk reports an error. Save on another one"
    case .fileNameTooLong: "the name is too long"
    case .fileTooLarge: "the file is larger than is allowed here (ulimit -f)"
    case .tooManySymbolicLinkLevels: "it is a link that leads in a circle"
    case .canceled: "interrupted"
    default: wordsOfFile
    }
  }
}

extension SessionError: UserFacing {
  package var message: ErrorMessage { ErrorMessage("\(self)") }

  package var status: ProgramStatus {
    switch kind {
    case .cannotRead: .noInput
    case .cannotWrite, .changedOutside: .cannotWrite
    default: .badData
    }
  }
}
