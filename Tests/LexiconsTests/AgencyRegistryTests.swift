import Lexicons
import Testing

@Suite("The registry of agencies")
struct AgencyRegistryTests {
  @Test(
    "A name in any writing is found under its canonical name",
    arguments: [
      ("AFP", "AFP"), ("afp", "AFP"), ("Agence_France - Presse", "AFP"),
      ("hãng tin AFP", "AFP"), ("Tân_Hoa_Xã", "Xinhua"), ("tan hoa xa", "Xinhua"),
      ("Thông tấn xã Việt Nam", "TTXVN"), ("VNA", "TTXVN"), ("WSJ", "Wall Street Journal"),
      ("The_New_York_Times", "New York Times"), ("ČTK", "CTK"), ("新华社", "Xinhua"),
    ])
  func namesAreFolded(written: String, canonical: String) {
    #expect(AgencyRegistry.shared.entry(named: written)?.name == canonical)
  }

  @Test(
    "A name that nobody bears is not found",
    arguments: ["", " ", "Spoutnik", "A F", ".", "tôi", "Tôi"])
  func strangersAreNotFound(name: String) {
    #expect(AgencyRegistry.shared.entry(named: name) == nil)
  }

  @Test("Every entry is well formed and reached by each of its names")
  func entriesAreWellFormed() {
    let registry = AgencyRegistry.shared
    #expect(registry.entries.filter { $0.kind == .agency }.count >= 100)
    for entry in registry.entries {
      #expect(entry.country?.count == 2, "\(entry.name)")
      for name in [entry.name] + entry.aliases {
        #expect(registry.entry(named: name) == entry, "\(name)")
      }
    }
  }
}
