internal import FoundationEssentials
internal import Lexicons

extension WordList {
  /// The list in a file, named by its path.
  init(file path: String) throws {
    let data = try Data(contentsOf: URL(filePath: path))
    self.init(name: path, text: String(decoding: data, as: UTF8.self))
  }
}
