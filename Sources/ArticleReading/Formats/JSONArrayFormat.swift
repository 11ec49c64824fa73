package import ClaimModel
internal import JSONText

/// A JSON text with a list of stories: `[{"title": …, "text": …}]`, or an object that has one
/// such list beside other members: `{"status": "ok", "articles": […]}`. Members go by the names of
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
      return text.withUnsafeBufferPointer { JSONListHead($0).isOfStories }
    }
    return JSONListHead(head).isOfStories
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
      let lists = object.members.compactMap { member -> [JSONValue]? in
        guard case .array(let list) = member.value, case .object? = list.first else { return nil }
        return list
      }
      guard let list = lists.max(by: { $0.count < $1.count }) else {
        throw error(input, nil, "no list of stories in it", expected)
      }
      return list
    default: throw error(input, nil, "neither a list nor an object", expected)
    }
  }
}
