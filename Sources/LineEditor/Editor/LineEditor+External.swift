extension LineEditor {
  /// Opens the line in $VISUAL or $EDITOR, and takes what is saved there.
  func openInEditor() {}
}
