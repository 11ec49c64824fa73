package import ClaimModel
internal import JSONText

/// A JSON text with a list of stories: `[{"title": …, "text": …}]`, or an object that has one
/// such list beside other members: `{"status": "ok", "articles": […]}`, or one story alone. Members go by the names of
/// `story-members.tsv` and `story-columns.tsv`.
package enum JSONArrayFormat: StoryFormat {
  package static let name = "json"
  package static let summary = "a JSON list of stories"
  package static let endings = [".json"]
  package static let order = 95
  private static let form = "a JSON list"

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
    if let text = JSONEncoding.utf8(ofUTF16: head) {
      return text.withUnsafeBufferPointer { isOfStories($0) }
    }
    return isOfStories(head) || head.count < bytes.count && isLaidOut(head) && isOfStories(bytes)
  }

  private static func isOfStories(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = JSONListHead(bytes)
    return head.isOfStories || head.isOneStory
  }

  /// Whether an object begins with a line of its own, as no line of JSON Lines does: all of it has
  /// to be seen.
  private static func isLaidOut(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let brace = head.firstIndex(where: { $0 > 0x20 }), head[brace] == 0x7B else {
      return false
    }
    return head[(brace + 1)...].first { $0 != 0x20 && $0 != 0x0D } == 0x0A
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let records = try records(bytes, input)
      guard !records.isEmpty else { throw error(input, nil, "an empty list", expected) }
      var (stories, errors) = ([(ReceivedStory, String)](), [ReadingError]())
      for (index, record) in records.enumerated() {
        do throws(StoryRow.Fault) {
          let row = try StoryRow(json: record, passedOver: input.passedOver)
          let name = row[.id] ?? "\(input.name)#\(index + 1)"
          stories.append((try row.story(form: Self.name, encoding: "UTF-8"), name))
        } catch {
          errors.append(Self.error(input, "item \(index + 1)", error.problem, error.remedy))
        }
      }
      for (story, name) in stories {
        ArticleReader.article(of: story, named: name, words: input.words).map(body)
      }
      return errors
    } catch {
      return [error]
    }
  }

  /// Lists of objects among the members, and among those of one that wraps the answer.
  private static func lists(in object: JSONObject, isInner: Bool = false) -> [[JSONValue]] {
    object.members.flatMap { member -> [[JSONValue]] in
      switch member.value {
      case .array(let list): if case .object? = list.first { [list] } else { [] }
      case .object(let inner) where !isInner && JSONListHead.wrappers.contains(member.key):
        lists(in: inner, isInner: true)
      default: []
      }
    }
  }

  private static let expected = #"expected [{"title": "…", "text": "…"}]"#

  private static func error(
    _ input: StoryInput, _ place: String?, _ problem: String, _ remedy: String
  ) -> ReadingError {
    ReadingError(
      input: input.name,
      kind: .malformed(form: form, place: place, problem: problem, remedy: remedy))
  }

  /// The list itself, else the longest one among the members of the object.
  private static func records(
    _ bytes: UnsafeBufferPointer<UInt8>, _ input: StoryInput
  ) throws(ReadingError) -> [JSONValue] {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.read(bytes, keepsFirstOfTwins: true)
    } catch {
      let place = "line \(error.position.line), column \(error.position.column)"
      throw Self.error(input, place, error.words, "give the whole file")
    }
    switch value {
    case .array(let records): return records
    case .object(let object):
      let lists = lists(in: object)
      if bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == 0x7B, JSONListHead(bytes).isOneStory {
        return [value]
      }
      guard let list = lists.max(by: { $0.count < $1.count }) else {
        throw error(input, nil, "no list of stories in it", expected)
      }
      return list
    default: throw error(input, nil, "neither a list nor an object", expected)
    }
  }
}
