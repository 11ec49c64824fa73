import LineEditor

// The editor and the commands each have a StyledText and a Style of their own: here are the
// editor's under names that both can be used beside.
typealias EditorText = StyledText
typealias EditorStyle = Style
