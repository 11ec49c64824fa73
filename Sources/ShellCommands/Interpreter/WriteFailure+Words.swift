import Sessions
import SystemPackage

extension WriteFailure {
  /// "no space left on device", behind the name of the file.
  var words: String {
    switch step {
    case .syncFolder: "it is written, but the disk does not confirm it: \(error.words)"
    case .write where error == .brokenPipe: "nobody reads it any more"
    case .look where error == .invalidArgument:
      "it is a pipe or a device, expected an ordinary file"
    case .changed: "another file came into its place meanwhile"
    case .look, .create, .write, .sync, .close, .rename: error.words
    }
  }
}
