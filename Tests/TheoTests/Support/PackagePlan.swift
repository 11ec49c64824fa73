import Foundation

/// The targets of Package.swift in their order and what each depends on, read from its text:
/// asking SwiftPM would wait for the build that runs the tests.
struct PackagePlan {
  struct Target {
    var name: String
    /// Modules: targets of the package, and products of others such as `ArgumentParser`.
    var dependencies: [String]
    var isTest: Bool
    var isPlugin: Bool
  }

  let targets: [Target]

  init() throws {
    let text = try Places.text("Package.swift")
    let products = text.matches(of: #/let (\w+) = Target\.Dependency\.product\(\s*name: "(\w+)"/#)
    let modules = Dictionary(
      uniqueKeysWithValues: products.map { (String($0.output.1), String($0.output.2)) })
    let list = text.components(separatedBy: "\n  targets: [\n").last ?? ""
    // "    house(…" to the bracket that closes it, four blanks from the margin each.
    let heads = #/(?m)^ {4}(\.?\w+)\(/#
    let matches = list.matches(of: heads)
    targets = matches.indices.compactMap { at in
      let end = at + 1 < matches.count ? matches[at + 1].range.lowerBound : list.endIndex
      let body = list[matches[at].range.upperBound..<end]
      return Self.target(String(matches[at].output.1), String(body), modules)
    }
  }

  private static func target(
    _ function: String, _ body: String, _ modules: [String: String]
  ) -> Target? {
    guard let name = body.firstMatch(of: #/"(\w+)"/#)?.output.1 else { return nil }
    let isTest = function == "tests" || function == ".testTarget"
    // Of the house's own functions the second argument, else the one that is named so.
    let listed =
      body.firstMatch(of: #/^\s*(?:of: )?"\w+",\s*\[([^\]]*)\]/#)?.output.1
      ?? body.firstMatch(of: #/dependencies: \[([^\]]*)\]/#)?.output.1 ?? ""
    var dependencies = listed.split(whereSeparator: { ", \n".contains($0) }).map { word in
      word.hasPrefix("\"")
        ? String(word.dropFirst().dropLast()) : modules[String(word)] ?? String(word)
    }
    if function == "tests" { dependencies += [String(name), "TestSupport"] }
    return Target(
      name: function == "tests" ? name + "Tests" : String(name), dependencies: dependencies,
      isTest: isTest || name == "TestSupport", isPlugin: function == ".plugin")
  }

  /// Targets whose files lie in Sources.
  var house: [Target] { targets.filter { !$0.isTest } }
}
