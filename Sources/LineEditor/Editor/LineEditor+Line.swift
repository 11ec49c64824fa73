import CEditline

extension LineEditor {
  /// libedit's line; setting it moves libedit's cursor, too.
  var line: LineBuffer {
    get {
      guard let editor, let info = el_wline(editor), let buffer = info.pointee.buffer else {
        return LineBuffer()
      }
      let count = info.pointee.lastchar - buffer
      let cursor = info.pointee.cursor - buffer
      return LineBuffer(
        scalars: UnsafeBufferPointer(start: buffer, count: count).scalars, scalarCursor: cursor)
    }
    set {
      guard let editor else { return }
      if newValue.characters != line.characters { replaceText(newValue.text) }
      guard let info = el_wline(editor), let buffer = info.pointee.buffer else { return }
      let target = newValue.textBeforeCursor.unicodeScalars.count
      _ = el_cursor(editor, Int32(target - (info.pointee.cursor - buffer)))
    }
  }

  private func replaceText(_ text: String) {
    guard text.isEmpty else {
      _ = el_wreplacestr(editor, wide(text))
      return
    }
    // el_wreplacestr refuses an empty text.
    guard let info = el_wline(editor), let buffer = info.pointee.buffer else { return }
    _ = el_cursor(editor, Int32(info.pointee.lastchar - info.pointee.cursor))
    el_deletestr(editor, Int32(info.pointee.lastchar - buffer))
  }

  /// Changes the line by one of `LineBuffer`'s edits.
  func edit(_ change: (inout LineBuffer) -> Void) {
    var copy = line
    change(&copy)
    line = copy
  }
}
