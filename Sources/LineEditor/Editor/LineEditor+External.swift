import CEditline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension LineEditor {
  /// Opens the line in $VISUAL or $EDITOR and takes what is saved there; it waits for Enter like a
  /// typed one. When the program fails, the line stays as it was.
  func openInEditor() {
    suggestion = ""
    paint()
    guard let file = TemporaryFile(line.text + "\n") else { return }
    defer { file.remove() }
    giveUpTerminal(screen.erase())
    let status = ceditline_edit_file(file.path)
    takeTerminal()
    guard status == 0, let text = file.text else { return }
    edit { $0 = LineBuffer(PastedText.cleaned(Array(text.utf8))) }
  }

  /// ^Z: stops with the line left on the screen; `fg` shows it anew.
  func suspend() {
    suggestion = ""
    paint()
    giveUpTerminal(screen.leave())
    ceditline_suspend()
    takeTerminal()
  }

  private func giveUpTerminal(_ last: String) {
    terminal.write(last + "\u{1B}[?2004l")
    ceditline_raw_pause(terminal.input)
  }

  func takeTerminal() {
    ceditline_raw_resume(terminal.input)
    terminal.write("\u{1B}[?2004h")
  }
}

/// A file of this user's alone, for another program to change.
private struct TemporaryFile {
  let path: String

  init?(_ text: String) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/theo-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    Descriptor.write(text, to: descriptor)
    close(descriptor)
  }

  var text: String? { Descriptor.text(at: path) }

  func remove() { unlink(path) }
}
