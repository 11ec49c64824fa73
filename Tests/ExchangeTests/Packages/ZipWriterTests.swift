import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("Zip archives")
struct ZipWriterTests {
  /// Names, sizes and texts as Python's zipfile reads them.
  private func read(_ archive: [UInt8]) throws -> String? {
    let folder = try TestFolder()
    let path = try folder.write(archive, to: "a.zip")
    return try PythonCheck.run(
      """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as archive:
          assert archive.testzip() is None
          for entry in archive.infolist():
              text = archive.read(entry)
              print(entry.filename, entry.compress_type, entry.date_time, len(text), text[:12])
      """, [path])
  }

  @Test("are read by another program: packed and stored, with names in UTF-8")
  func others() throws {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array(repeating: 0x41, count: 3_000_000))
    zip.add("ảnh/đê.txt", Array("đê vỡ".utf8))
    zip.add("empty", [])
    let seen = try read(zip.finish())
    #expect(
      seen == #"""
        [Content_Types].xml 8 (1980, 1, 1, 0, 0, 0) 3000000 b'AAAAAAAAAAAA'
        ảnh/đê.txt 0 (1980, 1, 1, 0, 0, 0) 9 b'\xc4\x91\xc3\xaa v\xe1\xbb\xa1'
        empty 0 (1980, 1, 1, 0, 0, 0) 0 b''

        """#)
  }

  @Test("of nothing are archives too")
  func empty() throws {
    #expect(try read(ZipWriter().finish()) == "")
  }

  @Test("with more entries than 16 bits count are written in the large form")
  func many() throws {
    var zip = ZipWriter()
    for number in 0..<70_000 { zip.add("\(number)", []) }
    #expect(try read(zip.finish())?.split(separator: "\n").count == 70_000)
  }

  @Test("hold the same bytes at any time")
  func same() {
    func made() -> [UInt8] {
      var zip = ZipWriter()
      zip.add("a", Array("a story of a story".utf8))
      return zip.finish()
    }
    #expect(made() == made())
  }
}
