import TerminalText
import Testing

@testable import Disk

@Suite("What is wrong with a file")
struct FileErrorTests {
  @Test(
    "is said with its name and in words, and ends the program with its status",
    arguments: [
      (FileError.notFound("tin.txt"), "'tin.txt': no such file or folder", ProgramStatus.noInput),
      (.unreadable("tin.txt", reason: "a"), "'tin.txt': cannot be read: a", .noInput),
      (.cannotWrite("s.json", reason: "b"), "'s.json': cannot be written: b", .cannotWrite),
      (.cannotWrite("-", reason: "c"), "standard output: cannot be written: c", .cannotWrite),
    ])
  func words(error: FileError, words: String, status: ProgramStatus) {
    #expect(error.message.headline == words)
    #expect(error.status == status)
  }
}
