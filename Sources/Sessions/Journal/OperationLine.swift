internal import ClaimModel
package import FactStore
package import JSONText

/// Operations as JSON Lines, each with all that it needs: what a journal appends as work goes
/// on. A line is an operation as in the session document, but a load holds its articles, and new
/// versions of stories their texts.
package struct OperationLineWriter: Sendable {
  private var chain: OperationChain

  /// For the operations that follow those of a log.
  package init(
    after log: some Sequence<LoggedOperation> = [], carrying carried: CarriedOver = CarriedOver()
  ) {
    chain = OperationChain(after: log, carrying: carried)
  }

  /// The hash of the last operation.
  package var head: ChainHash { chain.head }

  /// One line with its line break; no other line break is in it.
  package mutating func line(_ logged: LoggedOperation) -> [UInt8] {
    let loaded = logged.operation.loadedArticles
    let first = chain.articles + 1
    chain.append(loaded)
    var object = chain.object(logged)
    if !loaded.isEmpty {
      object["articles"] = .array(
        loaded.enumerated().map { .object(ArticleCodec.object($1, id: ArticleID(first + $0))) })
    }
    object.add("versions", list: logged.operation.updates.map { .object($0.json()) })
    return JSONWriter(sortsKeys: true).bytes(.object(object)) + [0x0A]
  }
}

/// Reads what `OperationLineWriter` wrote, line by line.
package struct OperationLineReader {
  private var decoder: OperationDecoder

  /// For the operations that follow those of `store`.
  package init(
    after store: FactStore = FactStore(), head: ChainHash = .start, tellsNames: Bool = true
  ) {
    decoder = OperationDecoder(after: store, head: head, tellsNames: tellsNames)
  }

  /// The operation of one line. After an error the reader stands where it stood before.
  package mutating func operation(
    _ line: [UInt8]
  ) throws(OperationLineError) -> RecordedOperation {
    var next = OperationLineReader(decoder)
    let recorded = try next.read(line)
    self = next
    return recorded
  }

  private init(_ decoder: OperationDecoder) { self.decoder = decoder }

  private mutating func read(_ line: [UInt8]) throws(OperationLineError) -> RecordedOperation {
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.read(line) } catch { throw .json(error) }
    do throws(FormatError) {
      return try decoder.operation(try withArticlesTaken(value))
    } catch {
      throw .shape(error)
    }
  }

  /// Hands the articles of a load to the decoder and leaves their ids in their place.
  private mutating func withArticlesTaken(_ value: JSONValue) throws(FormatError) -> JSONValue {
    var object = try value.object()
    if object["versions"] != nil {
      decoder.append(
        versions: try object.list("versions") { item throws(FormatError) in
          let id = try item.object().field("id", articleID)
          return (id: id, article: try ArticleCodec.article(item).article)
        })
      object = object.without(["versions"])
    }
    guard object["articles"] != nil else { return .object(object) }
    var ids = [JSONValue]()
    let loaded = try object.list("articles") { item throws(FormatError) -> LoadedArticle in
      ids.append(.string(try item.object().text("id")))
      return try ArticleCodec.article(item)
    }
    decoder.append(loaded)
    object["articles"] = .array(ids)
    return .object(object)
  }
}

/// Why a line is no operation.
package enum OperationLineError: Error, Sendable, Hashable {
  case json(JSONError)
  case shape(FormatError)
}
