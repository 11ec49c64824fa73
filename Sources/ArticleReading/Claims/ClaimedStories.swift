internal import ClaimModel
internal import JSONText

/// Puts records of claims to the stories that they are of, in whatever order they come.
struct ClaimedStories {
  /// In the order of their own records.
  private(set) var stories: [ClaimedStory] = []
  private(set) var errors: [ReadingError] = []
  private let input: StoryInput
  /// Stories by name: several may have one, and the last one before a claim is meant.
  private var named: [String: [Int]] = [:]
  /// Claims that came before their story.
  private var waiting: [(record: ClaimRecordMembers, name: String, place: String)] = []
  private var faulty = 0

  init(_ input: StoryInput) { self.input = input }

  mutating func take(_ value: JSONValue, at place: String) {
    do throws(ClaimRecordFault) {
      guard case .object(let object) = value else {
        throw ClaimRecordFault(problem: "no object")
      }
      let record = ClaimRecordMembers(object)
      guard let kind = try record.choice("record", of: ClaimRecordKind.self) else {
        throw .missing("record")
      }
      switch kind {
      case .error: faulty += 1
      case .article:
        let story = try ClaimedStory(record, input.words)
        named[story.article.name, default: []].append(stories.count)
        stories.append(story)
      case .claim:
        let name = try record.required("article")
        guard let story = named[name]?.last else {
          return waiting.append((record, name, place))
        }
        if try !stories[story].add(record) { waiting.append((record, name, place)) }
      }
    } catch {
      refuse(error.problem, at: place, error.remedy)
    }
  }

  mutating func refuse(
    _ problem: String, at place: String, _ remedy: String = "expected a record as extract writes it"
  ) {
    errors.append(
      ReadingError(
        input: input.name,
        kind: .malformed(form: "claims", place: place, problem: problem, remedy: remedy)))
  }

  /// Takes the claims that wait, once all stories are known.
  mutating func finish() {
    var lost: [(name: String, count: Int, place: String)] = []
    for (record, name, place) in waiting {
      guard let candidates = named[name] else {
        if let at = lost.firstIndex(where: { $0.name == name }) {
          lost[at].count += 1
        } else {
          lost.append((name, 1, place))
        }
        continue
      }
      put(record, among: candidates, place)
    }
    waiting = []
    for (name, count, place) in lost {
      refuse(
        count == 1
          ? "the story '\(name)' of this claim is not here"
          : "the story '\(name)' of this claim and of \(count - 1) more is not here",
        at: place,
        "keep the record of the story, of which \"record\" is \"article\", beside its claims")
    }
    if faulty > 0 {
      let records = faulty == 1 ? "1 record" : "\(faulty) records"
      input.told("\(records) of what could not be read passed over")
    }
  }

  private mutating func put(
    _ record: ClaimRecordMembers, among stories: [Int], _ place: String
  ) {
    do throws(ClaimRecordFault) {
      for story in stories where try self.stories[story].add(record) { return }
      throw ClaimRecordFault(
        problem: "the words of this claim do not stand at its \"content\" in the story",
        remedy: "leave text and offsets of records as they are")
    } catch {
      refuse(error.problem, at: place, error.remedy)
    }
  }
}
