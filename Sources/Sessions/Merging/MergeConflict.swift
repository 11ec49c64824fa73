internal import ClaimModel
internal import FactStore

/// Changes of two sessions that cannot both hold.
package struct MergeConflict: Sendable {
  package enum Subject: Sendable, Hashable {
    /// Both say where the claim stands, differently.
    case edited(ClaimKey)
    /// One dropped the claim, the other worked on it.
    case dropped(ClaimKey)
    /// Both say of a story's date, language, link, title or author, differently.
    case story(StoryKey, fact: String)
    /// One dropped the story, the other worked on it.
    case storyDropped(StoryKey)
    /// One user gave two verdicts.
    case verdict(ClaimKey, by: String)
    case credibility(ClaimKey, by: String)
    /// One attributes the claim to the source, the other takes that away.
    case attribution(ClaimKey, source: String)
    /// One user gave two grades.
    case reliability(source: String, by: String)
    /// The source becomes a name of two others.
    case merger(source: String)
    /// One took back what both had, the other built on it.
    case takenBack(operation: Int)
  }

  package var subject: Subject
  /// Numbers of the operations that do it, in the log of each.
  package var operations: [MergeSide: [Int]]
  /// The side with the later word; of two at one time, the same whichever is ours.
  package var newest: MergeSide
  /// The changes of each side that give way where the other wins.
  var items: [MergeSide: [MergeItem]]
  /// What comes back where the side wins.
  var returning: [MergeSide: [MergeItem]] = [:]
  /// When the later word was said.
  var time: Timestamp
  /// Of what was taken back: by what.
  var undo: MergeUndo?

  /// The story that it is about, where it is about a whole one.
  package var story: StoryKey? {
    switch subject {
    case .story(let story, _), .storyDropped(let story): story
    default: nil
    }
  }

  /// The claim that it is about.
  package var claim: ClaimKey? {
    switch subject {
    case .edited(let claim), .dropped(let claim), .verdict(let claim, _),
      .credibility(let claim, _), .attribution(let claim, _):
      claim
    case .reliability, .merger, .takenBack, .story, .storyDropped: nil
    }
  }
}

/// An undo, or a way back to an earlier state, in the log of its session.
struct MergeUndo: Sendable {
  var number: Int
  var user: String
  var time: Timestamp

  /// The latest in a log; of two at one time, the same in whichever session.
  static func latest(in log: some Sequence<LoggedOperation>) -> MergeUndo? {
    log.lazy.filter(\.operation.action.takesBack).map { logged in
      MergeUndo(
        number: logged.number, user: logged.operation.user, time: logged.operation.time)
    }.max { ($0.time, $0.user) < ($1.time, $1.user) }
  }
}
