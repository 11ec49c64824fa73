internal import JSONText

/// The annotations or reviews of one JSON file.
enum LinkedItems {
  /// What `pick` finds in the file; refused where that is nothing. `problem`, `remedy`: what then is said.
  static func read(
    _ bytes: [UInt8], _ form: String, file: String, problem: String, remedy: String,
    _ pick: (JSONValue) -> [JSONValue]
  ) throws(ImportFault) -> [JSONValue] {
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.read(bytes) } catch {
      throw .json(form, file: file, error)
    }
    let items = pick(value)
    guard !items.isEmpty else {
      throw ImportFault(form, file: file, problem: problem, remedy: remedy)
    }
    return items
  }
}
