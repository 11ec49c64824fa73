import Testing

@testable import Exchange

@Suite("Names in a chart")
struct NameSpellingsTests {
  @Test(
    "have one spelling, that of stories which are not cut into words",
    arguments: [
      (["ABS - CBN", "ABS-CBN"], "ABS-CBN"), (["ABS-CBN", "ABS - CBN"], "ABS-CBN"),
      (["abs - cbn", "ABS-CBN", "ABS-CBN"], "ABS-CBN"), (["AT & T", "AT&T"], "AT&T"),
      (["Vân_Sa", "Vân Sa"], "Vân Sa"),
    ])
  func same(_ names: [String], _ expected: String) {
    let spellings = NameSpellings(names)
    #expect(Set(names.map(spellings.one)) == [expected])
  }

  @Test(
    "stay as they are where nothing else is written like them",
    arguments: [
      ["Vân Sa - Hà Nội"], ["Hà", "Hạ"], ["ABS", "CBN"], ["Tân Hoa xã", "Tân Hoa"], [""],
    ])
  func own(_ names: [String]) {
    let spellings = NameSpellings(names)
    #expect(names.map(spellings.one) == names)
  }
}
