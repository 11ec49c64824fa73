package import ClaimModel

/// IPTC NewsML-G2 (2.9 to 2.35): a news item, or a message with several.
/// https://iptc.org/std/NewsML-G2/guidelines/
///
/// An item must be as the schema has it where a reader depends on it (`NewsMLG2Check`); elements of
/// other namespaces may stand anywhere. Items that hold no story are refused by what they are.
package enum NewsMLG2Format: StoryFormat {
  package static let name = "newsml-g2"
  package static let summary = "wire stories in NewsML-G2"
  package static let endings: [String] = []
  package static let order = 43

  static let form = "a NewsML-G2 document"
  static let space = "http://iptc.org/std/nar/2006-10-01/"

  /// Items that hold no story, and what they hold.
  private static let otherItems = [
    "packageItem": "which lists stories", "conceptItem": "which describes a concept",
    "knowledgeItem": "which describes concepts", "planningItem": "which says what is planned",
    "catalogItem": "which lists vocabularies", "catalog": "which lists vocabularies",
  ]

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let head = XMLHead(bytes) else { return false }
    if head.namespace == space {
      return ["newsItem", "newsMessage", "contentSet"].contains(head.name)
        || otherItems[head.name] != nil
    }
    // A piece of an item, as examples show it; nothing else has these names.
    return head.namespace.isEmpty
      && ["newsItem", "newsMessage", "contentSet", "contentMeta", "groupSet", "packageItem"]
        .contains(head.name)
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let tree = try ReceivedInput.tree(bytes, of: input, form: form)
      let root = tree.root
      switch root.name {
      case "newsItem":
        return deliver([try story(root, tree.encoding, input)], of: input, false, body)
      case "newsMessage":
        return deliver(try message(root, tree.encoding, input), of: input, true, body)
      case "contentSet":
        var wire = WireStory(form: name, encoding: tree.encoding, input.words)
        NewsMLG2Content(root).fill(&wire)
        input.told("a piece of an item, without what is said of its story")
        return deliver([wire.story], of: input, false, body)
      default: throw noStory(root, input)
      }
    } catch {
      return [error]
    }
  }

  private static func deliver(
    _ stories: [ReceivedStory], of input: StoryInput, _ isMessage: Bool,
    _ body: (Article) -> Void
  ) -> [ReadingError] {
    let items = stories.enumerated().map { ReceivedInput.Item(story: $1, number: $0 + 1) }
    return ReceivedInput.deliver(items, of: input, form: form, numbered: isMessage, body)
  }

  private static func story(
    _ item: XMLElement, _ encoding: String, _ input: StoryInput
  ) throws(ReadingError) -> ReceivedStory {
    do throws(XMLFault) {
      try NewsMLG2Check.check(item)
    } catch {
      throw ReceivedInput.malformed(
        input, form, place: error.place, error.problem,
        remedy: "have it written as NewsML-G2 2.35 says")
    }
    return NewsMLG2Item(item, encoding: encoding, input.words).story
  }

  /// The news items of a message; others in it are told.
  private static func message(
    _ message: XMLElement, _ encoding: String, _ input: StoryInput
  ) throws(ReadingError) -> [ReceivedStory] {
    let items = message.all("itemSet").flatMap { Array($0.elements) }
    var stories = [ReceivedStory]()
    var others: [String: Int] = [:]
    for item in items {
      if item.name == "newsItem" {
        stories.append(try story(item, encoding, input))
      } else {
        others[item.name, default: 0] += 1
      }
    }
    guard !stories.isEmpty else {
      throw ReceivedInput.malformed(
        input, form, place: "line \(message.line)", "no <newsItem> in its <itemSet>",
        remedy: "give a message that holds stories")
    }
    for (name, count) in others.sorted(by: { $0.key < $1.key }) {
      input.told("\(count) \(name)\(count == 1 ? "" : "s") without a story, left out")
    }
    return stories
  }

  private static func noStory(_ root: XMLElement, _ input: StoryInput) -> ReadingError {
    let what = otherItems[root.name].map { ", " + $0 + "; it holds no story" } ?? ", no story"
    return ReceivedInput.malformed(
      input, form, place: "line \(root.line)", "this is a <\(root.name)>\(what)",
      remedy: "give a <newsItem> or a <newsMessage>")
  }
}
