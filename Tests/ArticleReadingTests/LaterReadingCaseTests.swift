import ArticleReading
import ClaimModel
import Testing

private func check(_ one: ReadingCase) {
  let article = ArticleReader.article(named: "a", text: one.text)
  #expect(article.byline?.author == one.author)
  #expect(article.agencies == one.agencies)
  #expect(article.date?.description == one.date)
  #expect(article.captions.map { article.text($0.span) } == one.captions)
  let body = article.body.map(article.text).joined(separator: "\n")
  for words in one.body { #expect(body.contains(words)) }
  let leftOut = ArticleReader.leftOut(of: article).map { article.text($0.span) }
  #expect(leftOut == one.leftOut)
}

@Suite("Datelines, authors' lines and tails of other houses")
struct LaterReadingCaseTests {
  @Test(
    "A dateline has a place, a day and a house in any order and marks",
    arguments: [
      ("(Bến Thông - 5/4/2025) Bộ Nội vụ cho biết 3 kho cháy.", "Bến Thông", [], "2025-04-05"),
      (
        "PORT ANN, April 5, 2025 (Tidewater News) -- The ministry said 3 depots burned.",
        "PORT ANN", ["Tidewater News"], "2025-04-05"
      ),
      (
        "PORT ANN, Norland, April 5 /PRNewswire/ -- The ministry said 3 depots burned.",
        "PORT ANN, Norland", ["PRNewswire"], nil
      ),
      ("Port Ann | Reuters — The ministry said 3 depots burned.", "Port Ann", ["Reuters"], nil),
      ("Port Ann, Apr 5 (IANS) The ministry said 3 depots burned.", "Port Ann", ["IANS"], nil),
    ] as [(String, String, [String], String?)])
  func datelines(line: String, place: String, agencies: [String], date: String?) {
    let title = line.contains("Bộ") ? "Kho cháy ở Bến Thông" : "Depot burns in Port Ann"
    let article = ArticleReader.article(named: "a", text: "\(title)\n\n\(line)\n")
    #expect(article.dateline?.place == place)
    #expect(article.agencies == agencies)
    #expect(article.date?.description == date)
    let opening = line.contains("Bộ") ? "Bộ Nội vụ" : "The ministry"
    #expect(article.body.map(article.text).joined().hasPrefix(opening))
  }

  @Test(
    "Brackets that are no dateline stay in the sentence",
    arguments: [
      "Anna Reed (AP Sports) said the team won 3 games on Monday.",
      "Ông Tám (sinh ngày 5/4/1980) cho biết mất 2 xe ở Bến Thông.",
    ])
  func noDateline(line: String) {
    let article = ArticleReader.article(named: "a", text: "Tin trong ngày\n\n\(line)\n")
    #expect(article.dateline == nil)
  }

  @Test(
    "Names alone right below the headline are the authors; a place and a day are a date line",
    arguments: [
      ReadingCase(
        text: """
          Bão vào bờ

          Hồng Vân - Tiến Thành

          Bão vào bờ sáng nay và làm đổ 3 căn nhà ở Bến Thông.
          """, author: "Hồng Vân - Tiến Thành", body: ["Bão vào bờ sáng nay"]),
      ReadingCase(
        text: """
          Bão vào bờ

          Lê Thu Hà

          Bến Thông, ngày 5 tháng 4 năm 2025

          Bão vào bờ sáng nay và làm đổ 3 căn nhà ở Bến Thông.
          """, author: "Lê Thu Hà", date: "2025-04-05", body: ["Bão vào bờ sáng nay"],
        leftOut: ["Bến Thông, ngày 5 tháng 4 năm 2025"]),
      ReadingCase(
        text: """
          Một ngày ở chợ

          Bến Thông

          Chợ mở lúc 4 giờ sáng và có hơn 30 sạp bán cá tươi.
          """, body: ["Bến Thông", "Chợ mở lúc 4 giờ"]),
      ReadingCase(
        text: """
          Storm hits coast

          By Ann Poe | Tidewater News
          Updated 9:10 a.m. EDT, April 5, 2025

          The storm hit the coast and took 2 roofs.
          """, author: "Ann Poe", agencies: ["Tidewater News"], date: "2025-04-05",
        body: ["The storm hit"], leftOut: ["Updated 9:10 a.m. EDT, April 5, 2025"]),
      ReadingCase(
        text: """
          Storm hits coast

          Posted on April 5, 2025 at 9:10 am by Ann Poe

          The storm hit the coast and took 2 roofs.
          """, author: "Ann Poe", date: "2025-04-05", body: ["The storm hit"]),
    ])
  func authorsBelowHeadline(one: ReadingCase) { check(one) }

  @Test(
    "Sign-offs with initials, slashes and brackets",
    arguments: [
      ReadingCase(
        text: "Bão vào bờ\n\nBộ Nội vụ cho biết 3 nhà đổ.\n\nTheo Hồng Vân/Dân Tin\n",
        author: "Hồng Vân", agencies: ["Dân Tin"], body: ["3 nhà đổ"]),
      ReadingCase(
        text: "Bão vào bờ\n\nBộ Nội vụ cho biết 3 nhà đổ.\n\nTheo Reuters/AP\n",
        agencies: ["Reuters", "AP"], body: ["3 nhà đổ"]),
      ReadingCase(
        text: "Bão vào bờ\n\nBộ Nội vụ cho biết 3 nhà đổ.\n\nH.V. (t/h)\n", author: "H.V.",
        body: ["3 nhà đổ"]),
      ReadingCase(
        text: "Bão vào bờ\n\nGió mạnh. Bộ Nội vụ cho biết 3 nhà đổ.\n\n(Nguồn: Reuters/AP)\n",
        agencies: ["Reuters", "AP"], body: ["Bộ Nội vụ cho biết 3 nhà đổ"]),
    ])
  func signOffs(one: ReadingCase) { check(one) }

  @Test(
    "What the desk and the site write below a story is left out, an agency's right is its name",
    arguments: [
      "Ann Poe contributed to this report.", "-30-", "ENDS", "AFP-ab/cd",
      "Follow us on Twitter @tidewater", "© 2025 Tidewater News. All rights reserved.",
      "Correction: An earlier version of this story said 4 roofs fell.",
      "(This story has been corrected to say 3, not 4, in paragraph 1)",
      "Sent from my iPhone", "Our Standards: The Trust Principles.",
      "This report was first published April 5, 2025.", "Source: https://a.example/storm-1",
      "Design: Ann Poe - Bo Ray",
    ])
  func tails(line: String) {
    let story = "Storm hits coast\n\nMayor Ann Lee said 3 roofs fell in the storm.\n\n"
    let article = ArticleReader.article(named: "a", text: story + line + "\n")
    #expect(article.body.map(article.text) == ["Mayor Ann Lee said 3 roofs fell in the storm."])
    #expect(ArticleReader.leftOut(of: article).map { article.text($0.span) } == [line])
  }

  @Test("`All rights reserved` behind an agency's name names the agency")
  func rights() {
    let text = """
      Storm hits coast

      Mayor Ann Lee said 3 roofs fell in the storm.

      Copyright 2025 The Associated Press. All rights reserved.
      """
    #expect(ArticleReader.article(named: "a", text: text).agencies == ["AP"])
  }

  @Test(
    "A caption behind a label, or before one in brackets, is a caption",
    arguments: [
      ("Image: A roof in Port Ann. Credit: Sam Oakes", "Sam Oakes"),
      ("File photo: Mayor Ann Lee in 2023. REUTERS/Sam Oakes", "REUTERS/Sam Oakes"),
      ("A wet screen. (Photo: Sam Oakes)", "Sam Oakes"),
    ])
  func labelled(line: String, credit: String) {
    let story = "Storm hits coast\n\nMayor Ann Lee said 3 roofs fell in the storm.\n\n"
    let end = "\n\nThe utility said 300 homes were dark.\n"
    let article = ArticleReader.article(named: "a", text: story + line + end)
    #expect(article.captions.map { article.text($0.span) } == [line])
    #expect(article.captions.map(\.credit) == [credit])
    #expect(article.body.count == 2)
  }

  @Test("A line that says a time and no more is the time of an entry")
  func times() {
    let text = """
      Trực tiếp bão số 5

      14h20

      Gió giật cấp 12 ở Bến Thông.

      2:05 p.m. ET

      Ông Tám cho biết 3 nhà đổ.
      """
    let article = ArticleReader.article(named: "a", text: text)
    #expect(
      article.body.map(article.text) == [
        "Gió giật cấp 12 ở Bến Thông.", "Ông Tám cho biết 3 nhà đổ.",
      ])
  }

  @Test("Where authors were is no part of their names")
  func places() {
    let text = """
      Storm hits coast

      Mayor Ann Lee said 3 roofs fell in the storm.

      (Reporting by Ann Poe in Port Ann and Bo Ray in New Harbor; Editing by Tom Moss)
      """
    #expect(ArticleReader.article(named: "a", text: text).authors == ["Ann Poe", "Bo Ray"])
  }

  @Test("Who took the pictures stands below the staff, and no speech above it is a caption")
  func staff() {
    let text = """
      Bão số 5 vào bờ

      Ông Tám cho biết 3 nhà đổ.

      Biên tập: Mai Chi
      Ảnh: Tiến Thành
      Thiết kế: Hồng Vân
      """
    let article = ArticleReader.article(named: "a", text: text)
    #expect(article.body.map(article.text) == ["Ông Tám cho biết 3 nhà đổ."])
    #expect(article.captions.isEmpty)
  }

  @Test("An agency that reported besides is an agency")
  func additional() {
    let text = "Storm hits coast\n\nThe storm took 2 roofs.\n\nAdditional reporting by AFP\n"
    let article = ArticleReader.article(named: "a", text: text)
    #expect(article.agencies == ["AFP"] && article.byline?.author == nil)
  }
}
