internal import FactStore
internal import JSONText

/// Items of a list of a session file.
enum RecordedItems: Sendable {
  case parsed([JSONValue])
  case unparsed(JSONList)

  var count: Int {
    switch self {
    case .parsed(let values): values.count
    case .unparsed(let list): list.count
    }
  }

  func item(_ index: Int) throws(FormatError) -> JSONValue {
    switch self {
    case .parsed(let values): return values[index]
    case .unparsed(let list):
      do throws(JSONError) { return try list.item(index) } catch {
        throw FormatError(.brokenItem(error))
      }
    }
  }

  /// Items of one stretch, parsed on all cores. A fault is kept in its place.
  func parsed(_ range: Range<Int>) -> [Result<JSONValue, FormatError>] {
    let parts = stride(from: range.lowerBound, to: range.upperBound, by: Self.part).map {
      $0..<min($0 + Self.part, range.upperBound)
    }
    return AllCores.map(parts) { part in
      part.map { index in Result { () throws(FormatError) in try item(index) } }
    }.flatMap { $0 }
  }

  /// Items that are parsed at a time.
  private static let part = 64

  /// Every item, read in order; `key` is that of the list, for errors.
  func each<T>(
    _ key: String, _ read: (JSONValue) throws(FormatError) -> T
  ) throws(FormatError) -> [T] {
    var values = [T]()
    values.reserveCapacity(count)
    for index in 0..<count {
      do throws(FormatError) { values.append(try read(try item(index))) } catch {
        throw error.under(.index(index)).under(.key(key))
      }
    }
    return values
  }
}
