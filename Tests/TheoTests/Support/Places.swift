import Foundation

/// Where things stand, told from this file.
enum Places {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program under test: the one that THEO_PROGRAM names, else what was built beside the tests.
  static let theo =
    ProcessInfo.processInfo.environment["THEO_PROGRAM"]
    ?? Bundle.allBundles.map(\.bundleURL)
    .first { $0.pathExtension == "xctest" }
    .map { $0.deletingLastPathComponent().appendingPathComponent("theo").path }
    ?? root.appendingPathComponent(".build/debug/theo").path

  static let stories = root.appendingPathComponent("sessions/stories")
  static let sessions = root.appendingPathComponent("sessions")

  /// Stories for measuring that do not belong to the project; tests without them are skipped.
  static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
  static var hasShared: Bool { FileManager.default.fileExists(atPath: shared.path + "/gold") }
}
