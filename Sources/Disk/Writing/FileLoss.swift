import SystemPackage

/// What of an old file the one in its place could not keep.
package enum FileLoss: Sendable, Hashable {
  /// Number of the user that it belonged to.
  case owner(UInt32)
  /// Number of the group that it belonged to, and whose rights were taken away with it.
  case group(UInt32)
  /// So many other names (hard links) have the old file.
  case otherNames(Int)
}

extension SystemCalls {
  /// Gives a new file owner, group and permissions of the old one. A group that it cannot get must
  /// not leave its rights to another one.
  func give(_ file: FileDescriptor, rightsOf old: Status) throws(Errno) -> [FileLoss] {
    let new = try statusOf(file)
    var losses = [FileLoss]()
    var permissions = old.permissions
    // Before the permissions: a new owner takes some of them away.
    if new.owner != old.owner, !mayCall({ () throws(Errno) in try setOwner(file, old.owner, nil) })
    {
      losses.append(.owner(old.owner))
      permissions.remove([.setUserID, .setGroupID])
    }
    if new.group != old.group, !mayCall({ () throws(Errno) in try setOwner(file, nil, old.group) })
    {
      losses.append(.group(old.group))
      permissions.remove([.groupReadWriteExecute, .setGroupID])
    }
    try setPermissions(file, permissions)
    if old.links > 1 { losses.append(.otherNames(old.links - 1)) }
    return losses
  }

  private func mayCall(_ call: () throws(Errno) -> Void) -> Bool {
    (try? insisting(call)) != nil
  }
}

extension SystemCalls.Status {
  /// Whether nothing has happened to the file since: not even to its rights.
  func isSameState(as other: Self?) -> Bool {
    identity == other?.identity && size == other?.size && modified == other?.modified
      && changed == other?.changed
  }
}
