import Disk

/// Completion of file names.
enum FileCompletion {
  static func candidates(_ place: CompletionPlace) -> [CandidateWord] {
    let slash = place.prefix.lastIndex(of: "/")
    let folder = slash.map { String(place.prefix[...$0]) } ?? ""
    let start = slash.map { String(place.prefix[place.prefix.index(after: $0)...]) } ?? place.prefix
    let names = FileFinder.names(in: folder.isEmpty ? "." : UserPath.located(folder)) ?? []
    return names.sorted().filter { name in
      name.hasPrefix(start) && (start.hasPrefix(".") || !name.hasPrefix("."))
    }.map { name in
      let path = path(of: name, in: folder)
      let isFolder = FileFinder.kind(UserPath.located(path)) == .folder
      return place.candidate(isFolder ? path + "/" : path, appendsBlank: !isFolder)
    }
  }

  /// Bare, `-` would begin an option, and `~` mean the home folder.
  static func path(of name: String, in folder: String) -> String {
    let isMistaken = folder.isEmpty && (name.hasPrefix("-") || name.hasPrefix("~"))
    return isMistaken ? "./" + name : folder + name
  }
}
