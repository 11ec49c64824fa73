import ArgumentParser
import TerminalText

/// Options of commands that list.
package struct ListingOptions: ParsableArguments {
  @Option(help: "Show at most so many rows; 0 shows all.")
  package var limit = 0

  package init() {}

  package mutating func validate() throws {
    guard limit >= 0 else { throw ValidationError("expected 0 or more after '--limit'") }
  }

  /// The first rows; says below the table how many there are, where it is not all of them.
  func cut<Item>(_ items: [Item]) -> ArraySlice<Item> {
    limit == 0 ? items[...] : items.prefix(limit)
  }

  func footer(_ shown: Int, of all: Int, _ command: String) -> StyledText? {
    shown < all
      ? StyledText("\(shown) of \(all) shown · \(command) --limit 0 for all", .dim) : nil
  }
}
