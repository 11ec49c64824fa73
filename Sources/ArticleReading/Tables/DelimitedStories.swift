internal import ClaimModel

/// Reads the stories of a table with separators between its fields.
struct DelimitedStories {
  let form: String
  let words: String
  let separators: [UInt8]

  func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let decoded: TextDecoder.Decoded
      do throws(TextDecoder.Failure) { decoded = try TextDecoder(bytes: bytes).decoded() } catch {
        throw ReadingError(input: input.name, kind: error.kind)
      }
      let table = DelimitedTable(bytes, among: separators)
      if table?.isOfClaims ?? false {
        throw error(
          input, nil, "claims as theo lists them, no stories", "load the stories that they are of")
      }
      var text = decoded.text
      let result = text.withUTF8 { bytes in
        Result { () throws(ReadingError) in
          try read(
            DelimitedReader(bytes, separator: table?.separator ?? separators[0]), of: input,
            encoding: decoded.encoding)
        }
      }
      return try result.get().finish(body)
    } catch {
      return [error]
    }
  }

  private func read(
    _ reader: DelimitedReader, of input: StoryInput, encoding: String
  ) throws(ReadingError) -> TableStories {
    var reader = reader
    func row() throws(ReadingError) -> [String]? {
      do throws(DelimitedReader.Fault) { return try reader.row() } catch {
        throw self.error(
          input, "line \(error.line)", error.problem,
          "expected a closing \" (a \" within a field is written twice)")
      }
    }
    var names = try row() ?? []
    while names == [""], let next = try row() { names = next }
    var stories = try TableStories(form, words, names, of: input, encoding: encoding)
    var number = 1
    var line = reader.line
    while let cells = try row() {
      stories.add(cells, number: number, line: line)
      number += 1
      line = reader.line
    }
    return stories
  }

  private func error(
    _ input: StoryInput, _ place: String?, _ problem: String, _ remedy: String
  ) -> ReadingError {
    ReadingError(
      input: input.name,
      kind: .malformed(form: words, place: place, problem: problem, remedy: remedy))
  }
}
