import Foundation

/// Other people's readers, as Python packages: what theo writes is read by them in tests.
///
/// `.ci/test` installs them in .build/python. A test of a package that is not there is skipped, and
/// says so: `.enabled(if: PythonCheck.has("openpyxl"), "openpyxl is not installed")`.
package enum PythonCheck {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Whether every module can be imported.
  package static func has(_ modules: String...) -> Bool {
    (try? run("import " + modules.joined(separator: ", "), [])) != nil
  }

  /// What a program prints; its complaints are thrown. `arguments` are in `sys.argv` from 1.
  package static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    var environment = ProcessInfo.processInfo.environment
    let beside =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path + "/.build/python"
    environment["PYTHONPATH"] =
      [beside, environment["PYTHONPATH"]].compactMap { $0 }.joined(separator: ":")
    environment["PYTHONUTF8"] = "1"
    process.environment = environment
    let errors = try TestFolder()
    let complaints = try errors.write("", to: "errors")
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle(forWritingAtPath: complaints)
    try process.run()
    let out = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: try errors.text("errors"))
    }
    return String(decoding: out, as: UTF8.self)
  }
}
