internal import SystemPackage

/// Folders of other machines: what others write there is not told here.
package enum ShareKind {
  /// Names of file systems as proc(5) has them in mountinfo.
  private static let names: Set<Substring> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "vboxsf", "vmhgfs",
    "virtiofs", "davfs",
  ]

  /// Whether a folder is on such a system; false where that is not told.
  package static func isShare(_ folder: String, calls: SystemCalls = .live) -> Bool {
    guard let device = try? calls.status(FilePath(text: folder)).identity.device,
      let mounts = try? calls.contents(of: "/proc/self/mountinfo")
    else { return false }
    return isShare(device, in: String(decoding: mounts, as: UTF8.self))
  }

  /// `36 35 0:45 / /mnt/desk rw shared:1 - nfs4 server:/desk rw`: of the device 45, and a share.
  static func isShare(_ device: UInt64, in mounts: String) -> Bool {
    mounts.split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == Self.number(device),
        let dash = words.firstIndex(of: "-"), dash + 1 < words.count
      else { return false }
      let kind = words[dash + 1]
      return names.contains(kind) || kind.hasPrefix("fuse.")
    }
  }

  /// makedev(3) backwards: 45 → "0:45", 0x801 → "8:1"
  private static func number(_ device: UInt64) -> Substring {
    let major = device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
    let minor = device & 0xFF | device >> 12 & 0xFFFF_FF00
    return "\(major):\(minor)"
  }
}
