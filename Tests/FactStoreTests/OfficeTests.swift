import ClaimModel
import Testing

@testable import FactStore

@Test(
  "An office is read before a name and behind it, with its country",
  arguments: [
    ("Volkov", "Ngoại trưởng Nga Volkov nói.", ["Ngoại trưởng Nga"]),
    ("Ilya Volkov", "Ngoại_trưởng Ilya_Volkov nói.", ["Ngoại trưởng"]),
    ("Ilya Volkov", "Russian Foreign Minister Ilya Volkov said.", ["Russian Foreign Minister"]),
    (
      "Ilya Volkov", "Ilya Volkov, the foreign minister of Russia, said.",
      ["foreign minister of Russia"]
    ),
    ("Ilya Volkov", "Ilya Volkov, Russia's foreign minister, said.", ["Russia's foreign minister"]),
    ("Nguyễn Văn Hùng", "Bác sĩ Nguyễn Văn Hùng nói.", ["Bác sĩ"]),
    (
      "Nguyễn Văn Hùng", "Ông Nguyễn Văn Hùng (giám đốc Bệnh viện A) nói.", ["giám đốc Bệnh viện A"]
    ),
    ("Volkov", "Ông Volkov nói.", []),
    ("Volkov", "Tổng thống Putin gặp Volkov.", []),
    ("Volkov", "Gặp Volkov, Tổng thống Putin nói.", []),
    ("Lena Volkov", "Lena Volkov nói. Ngoại trưởng Nga Volkov im lặng.", []),
    ("Volkov", "", []),
  ] as [(String, String, [String])])
func officesInText(name: String, text: String, offices: [String]) throws {
  let reader = try #require(OfficeReader(name))
  #expect(reader.offices(in: text).map(\.words) == offices)
}

@Test(
  "Offices speak for one person, against it, or not at all",
  arguments: [
    ("Ngoại trưởng Nga Volkov", "Russian Foreign Minister Volkov", .same),
    ("Ngoại trưởng Volkov", "Russian Foreign Minister Volkov", .same),
    ("Ngoại trưởng Nga Volkov", "Ngoại trưởng Đức Volkov", .differs),
    ("Bác sĩ Volkov", "Đại tá Volkov", .differs), ("Bác sĩ Volkov", "Bác sĩ Volkov", .alike),
    ("Giáo sư Volkov", "Đại tá Volkov", .unclear),
    ("Ngoại trưởng Volkov", "Bộ trưởng Volkov", .unclear),
    ("Ông Volkov", "Đại tá Volkov", .unclear),
  ] as [(String, String, Office.Agreement)])
func officesAgree(one: String, other: String, agreement: Office.Agreement) throws {
  let reader = try #require(OfficeReader("Volkov"))
  #expect(reader.offices(in: one).agreement(with: reader.offices(in: other)) == agreement)
  #expect(reader.offices(in: other).agreement(with: reader.offices(in: one)) == agreement)
}

@Test(
  "A name is a part of a fuller one by its last words or its first one",
  arguments: [
    ("Volkov", "Ilya Volkov", true), ("Ngoại trưởng Volkov", "Ilya Volkov", true),
    ("Hùng", "Nguyễn Văn Hùng", true), ("Văn Hùng", "Nguyễn Văn Hùng", true),
    ("Tập", "Tập Cận Bình", true), ("Ilya Volkov", "Volkov", false),
    ("Cận", "Tập Cận Bình", false), ("Ilya Volkov", "Ilya Volkov", false),
    ("", "Ilya Volkov", false),
  ])
func partsOfNames(part: String, fuller: String, isPart: Bool) {
  #expect(PersonName(part).isPart(of: PersonName(fuller)) == isPart)
}
