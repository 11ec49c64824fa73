import ArticleReading
package import Disk
package import TerminalText

extension MappedFile {
  /// Text that somebody wrote, decoded as stories are.
  package func text(named name: String) throws(UserError) -> String {
    do throws(ReadingError) {
      return try withBytes { bytes throws(ReadingError) in
        try ArticleReader.text(named: name, bytes: bytes)
      }
    } catch { throw UserError(error) }
  }
}
