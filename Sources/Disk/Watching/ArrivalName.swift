/// Which names in a watched folder are those of stories.
package enum ArrivalName {
  /// Endings that programs give to what they have begun to write, and take away when it is whole.
  private static let unfinished = [
    ".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp", ".lock",
    ".writing", ".incomplete", ".inprogress", "~",
  ]

  /// Hidden, or marked as not whole: `.a.txt.Xy3k2` of rsync, `a.txt.part`, `a.txt~`, `~$a.docx`
  /// and `#a.txt#` of editors.
  package static func isUnfinished(_ name: String) -> Bool {
    if name.hasPrefix(".") || name.hasPrefix("~$") || name.hasPrefix("#") { return true }
    let name = name.lowercased()
    return unfinished.contains(where: name.hasSuffix)
  }

  /// Whether it ends as stories do.
  package static func isStory(_ name: String, endings: [String]) -> Bool {
    let name = name.lowercased()
    return endings.contains(where: name.hasSuffix)
  }
}
