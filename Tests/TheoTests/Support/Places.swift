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

extension Places {
  /// The text of a file, by its path from the project's root.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Files below a folder, by their paths from the project's root, in order.
  static func files(in folder: String, endingIn ending: String = "") -> [String] {
    let all = FileManager.default.enumerator(
      at: root.appendingPathComponent(folder), includingPropertiesForKeys: [.isRegularFileKey])
    let base = root.standardizedFileURL.path + "/"
    return (all?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.path.hasSuffix(ending) }
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true }
      .map { String($0.standardizedFileURL.path.dropFirst(base.count)) }.sorted()
  }
}
