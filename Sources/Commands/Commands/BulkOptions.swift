import ArgumentParser

/// Options of commands that may change many claims at once.
package struct BulkOptions: ParsableArguments {
  @Flag(
    name: [.customLong("yes"), .customShort("y")], help: "Do not ask, however many claims change.")
  package var isSure = false

  package init() {}
}
