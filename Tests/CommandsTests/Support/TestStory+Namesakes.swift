import ClaimModel

// Stories in which names look alike.
extension TestStory {
  private static func said(
    _ words: String, by source: String, speaker: String, _ kind: SourceKind = .person,
    language: ArticleLanguage = .vietnamese
  ) -> TestStory {
    let sentence = "\(source) \(words)"
    var story = TestStory("Tin.\n" + sentence, title: "Tin.", language: language)
      .claim(.indirect, words, source: source, speaker: speaker, in: (1, sentence))
    story.claims[0].speaker?.kind = kind
    return story
  }

  static let namesakes = [
    (
      "1.txt",
      said(
        "said talks went on.", by: "Sergei Volkov, Russia's foreign minister,",
        speaker: "Sergei Volkov", language: .english)
    ),
    ("2.txt", said("nói đàm phán bế tắc.", by: "Ngoại trưởng Nga Volkov", speaker: "Volkov")),
    (
      "3.txt",
      said("nói bệnh viện quá tải.", by: "Bác sĩ Nguyễn Văn Hùng", speaker: "Nguyễn Văn Hùng")
    ),
    (
      "4.txt", said("nói đã bắt 3 người.", by: "Đại tá Nguyễn Văn Hùng", speaker: "Nguyễn Văn Hùng")
    ),
    (
      "5.txt",
      said(
        "nói dịch lan rộng.", by: "Tổ chức Y tế Thế giới (WHO)", speaker: "Tổ chức Y tế Thế giới",
        .organisation)
    ),
    ("6.txt", said("nói có vaccine.", by: "WHO", speaker: "WHO", .organisation)),
  ]
}
