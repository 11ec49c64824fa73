import Disk
import Presentation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension FileLoss {
  /// "'s.json' belongs to you now: what belonged to lan can only be replaced, not kept"
  func words(_ path: String) -> String {
    switch self {
    case .owner(let number):
      "'\(path)' belongs to you now, not to \(Self.userName(number)) any more: "
        + "whoever replaces a file becomes its owner"
    case .group(let number):
      "'\(path)' is not of the group \(Self.groupName(number)) any more, which you are not in; "
        + "the rights of the group were taken away, so that no other one has them"
    case .otherNames(let count):
      "'\(path)' had \(counted(count, "other name")) (hard links); what they name stays as it was"
    }
  }

  private static func userName(_ number: UInt32) -> String {
    getpwuid(number).map { String(cString: $0.pointee.pw_name) } ?? "user \(number)"
  }

  private static func groupName(_ number: UInt32) -> String {
    getgrgid(number).map { String(cString: $0.pointee.gr_name) } ?? "\(number)"
  }
}
