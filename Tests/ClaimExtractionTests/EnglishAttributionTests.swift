import ClaimExtraction
import ClaimModel
import Testing

@Suite("Attribution in English")
struct EnglishAttributionTests {
  @Test(
    "A cue finds its source and its content",
    arguments: [
      (
        "Dana Reed said the dam would hold.",
        ["indirect | Dana Reed | said | the dam would hold"]
      ),
      (
        "\"The dam will hold,\" Reed said on Monday.",
        ["direct | Reed | said | \"The dam will hold,\""]
      ),
      (
        "“The dam will hold,” said Dana Reed, an engineer for the county.",
        ["direct | Dana Reed, an engineer for the county | said | “The dam will hold,”"]
      ),
      (
        "\"The dam,\" she said, \"will hold.\"",
        ["direct | she | said | \"The dam,\" … \"will hold.\""]
      ),
      (
        "\"The dam will hold,\" she said. \"It always has.\"",
        ["direct | she | said | \"The dam will hold,\" … \"It always has.\""]
      ),
      (
        "According to the county, the dam will hold.",
        ["indirect | the county | According to | the dam will hold"]
      ),
      (
        "The dam will hold, according to the county.",
        ["indirect | the county | according to | The dam will hold"]
      ),
      (
        "The dam would hold for a week, officials said.",
        ["indirect | officials | said | The dam would hold for a week"]
      ),
      (
        "Reed and Orr have repeatedly said that the dam would hold.",
        ["indirect | Reed and Orr | have repeatedly said | that the dam would hold"]
      ),
      (
        "Reed told reporters that the dam would hold, adding that help was near.",
        [
          "indirect | Reed | told | that the dam would hold",
          "indirect | Reed | adding | that help was near",
        ]
      ),
      ("The plan appears to work.", ["indirect |  | appears | The plan … to work"]),
      ("REED: We will hold the dam.", ["indirect | REED | : | We will hold the dam."]),
    ])
  func cues(text: String, expected: [String]) {
    #expect(attributions(text, .english) == expected)
  }

  @Test("Nouns that look like cues attribute nothing")
  func nouns() {
    #expect(attributions("The claims of the two towns were settled.", .english) == [])
    #expect(attributions("The United States won the cup.", .english) == [])
  }
}
