/// The items of a list in a text, each parsed when it is asked for: of a large text there is never
/// a tree of all values, and several cores can share the work.
package struct JSONList: Sendable {
  /// The whole text, in UTF-8, so that places of errors are places in it.
  private let bytes: [UInt8]
  /// Where each item begins.
  private let starts: [Int]
  /// Lists and objects around an item.
  private let depth: Int

  init(_ bytes: [UInt8], starts: [Int], depth: Int) {
    self.bytes = bytes
    self.starts = starts
    self.depth = depth
  }

  package var count: Int { starts.count }

  /// The item at `index`, from 0.
  package func item(_ index: Int) throws(JSONError) -> JSONValue {
    try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var parser = JSONParser(buffer)
      parser.at = starts[index]
      return try parser.value(depth: depth)
    }
  }
}

extension JSONReader {
  /// The value of a text; where it is an object, without its lists at `keys`, which come beside it.
  ///
  /// The items of these lists are stepped over: what is wrong within one is told when it is asked
  /// for. `{"a": 1, "b": [2, 3]}`, lists at "b" → `{"a": 1}` and b: 2, 3
  package static func read(
    _ bytes: [UInt8], listsAt keys: Set<String>
  ) throws(JSONError) -> (value: JSONValue, lists: [String: JSONList]) {
    let bytes = bytes.withUnsafeBufferPointer { JSONEncoding.utf8(ofUTF16: $0) } ?? bytes
    var starts = [String: [Int]]()
    let value = try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var parser = JSONParser(buffer)
      do throws(JSONError) {
        return try parser.root(steppingOver: keys, into: &starts)
      } catch {
        if starts.isEmpty { throw error }
        // The first error may be in an item that was stepped over.
        return try read(buffer)
      }
    }
    return (value, starts.mapValues { JSONList(bytes, starts: $0, depth: 2) })
  }
}
