internal import Crypto
import Disk
internal import SystemPackage

/// `.NAME.ENDING` beside a session; beside the file itself where the path is a link.
func besideSession(_ session: FilePath, ending: String, _ calls: SystemCalls) -> FilePath {
  let target = (try? calls.place(of: session).path) ?? session
  let name = target.lastComponent.map { FilePath(root: nil, [$0]).text } ?? "session"
  return target.removingLastComponent().pushing(FilePath(text: hiddenName(name, ending: ending)))
}

/// Bytes of a file's name at most, on all file systems in common use.
private let longestName = 255

/// A name that is too long for what is put round it is cut, and told from others of the same
/// beginning by its digest: `rất dài….json` → `.rất d~9f86d081884c7d65.theo-lock`.
func hiddenName(_ name: String, ending: String) -> String {
  let whole = ".\(name).\(ending)"
  guard DiskName.bytes(whole).count > longestName else { return whole }
  let digest = SHA256.hash(data: Array(name.utf8)).prefix(8)
    .map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  let tail = "~\(digest).\(ending)"
  var start = "."
  for scalar in name.unicodeScalars {
    let next = String(scalar)
    guard start.utf8.count + next.utf8.count + tail.utf8.count <= longestName else { break }
    start += next
  }
  return start + tail
}
