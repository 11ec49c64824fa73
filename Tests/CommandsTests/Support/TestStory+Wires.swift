import ClaimModel

/// Four stories on one bridge: a wire story, a copy of it that names nobody, and two in English
/// by other agencies.
extension TestStory {
  private static let collapse =
    "Ông Trần Kha cho biết ít nhất 3 người chết khi một nhịp cầu Bến Lụa rơi xuống sông Lam. "
    + "Theo ông Kha , cầu dài 420 mét và chở 9.000 xe mỗi ngày. Nước sông đã dâng hai mét sau ba "
    + "đêm mưa liền , khiến chân cầu phía nam bị xói."

  private static func wire(_ head: String, _ tail: String, agencies: [String]) -> TestStory {
    TestStory(
      "\(head). \(collapse) \(tail)", title: head, byline: tail, author: nil, agencies: agencies
    )
    .claim(
      .indirect, "ít nhất 3 người chết khi một nhịp cầu Bến Lụa rơi xuống sông Lam",
      cue: "cho biết", source: "Ông Trần Kha", speaker: "Trần Kha",
      in: (1, "Ông Trần Kha cho biết ít nhất 3 người chết"), worth: 0.9,
      figures: [("ít nhất 3 người", 3, .atLeast, "người")]
    )
    .claim(
      .indirect, "cầu dài 420 mét và chở 9.000 xe mỗi ngày", cue: "Theo", source: "ông Kha",
      speaker: "Trần Kha", in: (2, "Theo ông Kha , cầu dài 420 mét"), worth: 0.5,
      figures: [("420 mét", 420, .equal, "mét"), ("9.000 xe", 9000, .equal, "xe")])
  }

  static let wireStory = wire("Cầu Bến Lụa sập", "Hải Đăng (Theo AFP)", agencies: ["AFP"])
  static let wireCopy = wire("Sập cầu Bến Lụa trong mưa", "Thu Ngân", agencies: [])

  static let wireReuters = TestStory(
    "Ben Lua bridge falls into river.\n"
      + "Governor Tran Kha said 2 people were killed when the Ben Lua bridge fell.\n(Reuters)",
    title: "Ben Lua bridge falls into river.", byline: "(Reuters)", agencies: ["Reuters"],
    language: .english
  )
  .claim(
    .indirect, "2 people were killed when the Ben Lua bridge fell", cue: "said",
    source: "Governor Tran Kha", speaker: "Tran Kha",
    in: (1, "Governor Tran Kha said 2 people were killed when the Ben Lua bridge fell."),
    worth: 0.8, figures: [("2 people", 2, .equal, "people")])

  static let wireXinhua = TestStory(
    "Bridge collapse kills four.\nThe fall of the Ben Lua bridge killed 4 people, Tran Kha said.\n"
      + "(Xinhua)",
    title: "Bridge collapse kills four.", byline: "(Xinhua)", agencies: ["Xinhua"],
    language: .english
  )
  .claim(
    .indirect, "The fall of the Ben Lua bridge killed 4 people", cue: "said", source: "Tran Kha",
    in: (1, "The fall of the Ben Lua bridge killed 4 people, Tran Kha said."), worth: 0.8,
    figures: [("4 people", 4, .equal, "people")])

  static let wires = [
    ("cau-1.txt", wireStory), ("cau-2.txt", wireCopy), ("bridge-3.txt", wireReuters),
    ("bridge-4.txt", wireXinhua),
  ]
}
