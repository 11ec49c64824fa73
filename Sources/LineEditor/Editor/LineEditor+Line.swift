import CEditline

extension LineEditor {
  /// libedit's line; setting it moves libedit's cursor, too.
  var line: LineBuffer {
    get {
      let (scalars, cursor) = libeditLine
      if cursor != read.cursor || !scalars.elementsEqual(read.scalars) {
        let line = LineBuffer(scalars: scalars.scalars, scalarCursor: cursor)
        read = (Array(scalars), cursor, line)
      }
      return read.line
    }
    set {
      guard let editor else { return }
      lineWasSet = true
      if newValue.characters != line.characters { replaceText(newValue.text) }
      let target = newValue.textBeforeCursor.unicodeScalars.count
      _ = el_cursor(editor, Int32(target - libeditLine.cursor))
    }
  }

  /// The scalars libedit holds, valid until it is called again, and how many are before its cursor.
  private var libeditLine: (scalars: UnsafeBufferPointer<Int32>, cursor: Int) {
    guard let editor, let info = el_wline(editor), let start = info.pointee.buffer else {
      return (UnsafeBufferPointer(start: nil, count: 0), 0)
    }
    let count = info.pointee.lastchar - start
    return (UnsafeBufferPointer(start: start, count: count), info.pointee.cursor - start)
  }

  private func replaceText(_ text: String) {
    guard text.isEmpty else {
      _ = el_wreplacestr(editor, wide(text))
      return
    }
    // el_wreplacestr refuses an empty text.
    let (scalars, cursor) = libeditLine
    _ = el_cursor(editor, Int32(scalars.count - cursor))
    el_deletestr(editor, Int32(scalars.count))
  }

  /// Changes the line by one of `LineBuffer`'s edits.
  func edit(_ change: (inout LineBuffer) -> Void) {
    var copy = line
    change(&copy)
    line = copy
  }

  /// Makes good what libedit's own commands do to a grapheme of several scalars: a cursor inside it
  /// goes on to its edge, and what is left of one cut apart goes.
  func mendGraphemes() {
    var now = line
    let wasSimple = isSimple
    isSimple = read.scalars.count == now.characters.count
    if wasSimple && isSimple || lineWasSet { return }
    let cursor = libeditLine.cursor
    if let repaired = now.repaired(from: lastLine) {
      now = repaired
    } else if cursor != now.scalarCursor, cursor < lastLine.scalarCursor {
      now.moveLeft()
    }
    if now != line || cursor != now.scalarCursor { line = now }
  }
}

extension LineBuffer {
  /// Scalars before the cursor.
  var scalarCursor: Int { characters[..<cursor].reduce(0) { $0 + $1.unicodeScalars.count } }
}
