/// Objects with long lists whose items were written apart, by whichever core was free.
extension JSONWriter {
  /// An item of a list of a root object, with the line break before it.
  package func item(_ value: JSONValue) -> [UInt8] {
    var out = [UInt8]()
    newLine(2, into: &out)
    write(value, level: 2, into: &out)
    return out
  }

  /// `root` written broken over lines, with `lists` of items as `item` gives them among its members.
  package func bytes(_ root: JSONObject, lists: [String: [[UInt8]]]) -> [UInt8] {
    var all = root
    for key in lists.keys.sorted() { all.append(key, .null) }
    var out: [UInt8] = [UInt8(ascii: "{")]
    out.reserveCapacity(lists.values.reduce(4096) { $1.reduce($0) { $0 + $1.count + 1 } })
    var isFirst = true
    for member in inOrder(all.members) {
      separate(&isFirst, level: 0, breaks: true, into: &out)
      write(.string(member.key), level: 1, into: &out)
      out.append(contentsOf: ": ".utf8)
      if let items = lists[member.key] {
        write(items, into: &out)
      } else {
        write(member.value, level: 1, into: &out)
      }
    }
    newLine(0, into: &out)
    out.append(UInt8(ascii: "}"))
    return out
  }

  private func write(_ items: [[UInt8]], into out: inout [UInt8]) {
    out.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      out.append(contentsOf: item)
    }
    if !items.isEmpty { newLine(1, into: &out) }
    out.append(UInt8(ascii: "]"))
  }
}
