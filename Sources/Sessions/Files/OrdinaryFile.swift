package import SystemPackage

extension SystemCalls {
  /// All bytes of a file that is not there to wait on: of a pipe, which may never have an end, none
  /// are read. `/dev/null` is an empty file.
  package func ordinaryContents(of path: FilePath) throws(Errno) -> [UInt8] {
    switch try insisting({ () throws(Errno) in try status(path) }).type {
    case .regular: return try contents(of: path)
    case .directory: throw .isDirectory
    default:
      if isNull(path) { return [] }
      throw .invalidArgument
    }
  }

  private func isNull(_ path: FilePath) -> Bool { (try? resolved(path)) == "/dev/null" }
}
