/// The way from a document's root to a value in it: `operations[3].claims[0]`, from 0.
package struct JSONPath: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  /// The same path seen from one level further out.
  package func under(_ step: Step) -> JSONPath { JSONPath([step] + steps) }
}

extension JSONPath: CustomStringConvertible {
  /// "operations[3].claims[0]"; the empty string for the root.
  package var description: String {
    var words = ""
    for step in steps {
      switch step {
      case .key(let key): words += (words.isEmpty ? "" : ".") + key
      case .index(let index): words += "[\(index)]"
      }
    }
    return words
  }
}

extension JSONParser {
  /// The offset of the value at the end of `steps`, or of the last one found on the way.
  mutating func locate(_ steps: ArraySlice<JSONPath.Step>) -> Int {
    skipBlanks()
    let here = at
    guard let step = steps.first, let open = next else { return here }
    at += 1
    do throws(JSONError) {
      switch (step, open) {
      case (.key(let key), UInt8(ascii: "{")): guard try enter(key) else { return here }
      case (.index(let index), UInt8(ascii: "[")): guard try enter(index) else { return here }
      default: return here
      }
    } catch { return here }
    return locate(steps.dropFirst())
  }

  /// Moves to the value of the member called `key`; false where there is none.
  private mutating func enter(_ key: String) throws(JSONError) -> Bool {
    var count = 0
    while try hasNext(after: count, close: UInt8(ascii: "}")) {
      if try memberKey().utf8.elementsEqual(key.utf8) { return true }
      _ = try value(depth: 0)
      count += 1
    }
    return false
  }

  /// Moves to item `index`; false where the list is shorter.
  private mutating func enter(_ index: Int) throws(JSONError) -> Bool {
    var count = 0
    while try hasNext(after: count, close: UInt8(ascii: "]")) {
      if count == index { return true }
      _ = try value(depth: 0)
      count += 1
    }
    return false
  }
}
