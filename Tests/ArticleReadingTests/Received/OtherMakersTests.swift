import ArticleReading
import ClaimModel
import Testing

@Suite("Files that other programs make")
struct OtherMakersTests {
  @Test(
    "One story alone in an object, as crawlers and interfaces give it, is a story",
    arguments: [
      #"{"title":"Storm","text":"Mayor Ann Lee said 3 roofs fell.","authors":["Ann Poe"]}"#,
      #"{"title":"Storm", "raw_text":"Mayor Ann Lee said 3 roofs fell.","author":"Ann Poe"}"#,
      #"{"response":{"total":1,"results":[{"webTitle":"Storm","fields":{"bodyText":"Mayor Ann Lee said 3 roofs fell.","byline":"Ann Poe"}}]}}"#,
      #"{"hits":{"hits":[{"_source":{"title":"Storm","body":"Mayor Ann Lee said 3 roofs fell.","author":"Ann Poe"}}]}}"#,
    ])
  func oneStory(json: String) {
    let read = ReadInput(json)
    #expect(read.form == "json" && read.errors.isEmpty)
    #expect(read.titles == ["Storm"])
    #expect(read.texts == ["Storm\nMayor Ann Lee said 3 roofs fell."])
    #expect(read.articles.first?.origin?.authors == ["Ann Poe"])
  }

  @Test("A list as a site's own interface gives it has its text in markup")
  func rendered() {
    let json =
      #"[{"id":7,"date":"2025-04-05T09:10:00","title":{"rendered":"Storm &#8211; 3 roofs"},"#
      + #""content":{"rendered":"<p>Mayor Ann Lee said 3 roofs fell.</p>"},"author":3}]"#
    let read = ReadInput(json)
    #expect(read.form == "json")
    #expect(read.texts == ["Storm – 3 roofs\nMayor Ann Lee said 3 roofs fell."])
    #expect(read.articles.first?.origin?.authors == [])
  }

  @Test("Lines of JSON without an id go by the address, or by the number of the line")
  func unnamed() {
    let lines = """
      {"title":"Storm","text":"Mayor Ann Lee said 3 roofs fell.","url":"https://a.example/1"}
      {"title":"Rain","text":"Mayor Ann Lee said it rained."}
      """
    let read = ReadInput(lines, named: "b.jsonl")
    #expect(read.errors.isEmpty)
    #expect(read.articles.map(\.name) == ["https://a.example/1", "b.jsonl#2"])
  }

  @Test("A list of names in a cell is read as a list, and an address for a source as the link")
  func cells() {
    let read = ReadInput(
      "title,content,authors,source\nStorm,Mayor Ann Lee said 3 roofs fell.,"
        + "\"['Ann Poe', 'Bo Ray']\",https://a.example/1\n")
    #expect(read.articles.first?.origin?.authors == ["Ann Poe", "Bo Ray"])
    #expect(read.articles.first?.url == "https://a.example/1")
    #expect(read.articles.first?.origin?.agencies == [])
  }

  @Test(
    "Of a mail with another one inside the story is read, without header and closing",
    arguments: [
      (
        "Fwd: Cầu mới",
        "Gửi bạn.\n\n---------- Forwarded message ---------\nFrom: An <an@a.example>\n"
          + "Date: Sat, 5 Apr 2025\nSubject: Cầu mới\nTo: Bo <b@b.example>\n\n"
          + "Ông Tám cho biết cầu dài 4 km.\n\nTrân trọng,\nAn\n"
      ),
      (
        "Re: Cầu mới",
        "Ông Tám cho biết cầu dài 4 km.\n\n-----Original Message-----\n"
          + "From: Bo\nSent: Friday\nTo: An\nSubject: Cầu mới\n\nCó phải cầu dài 9 km không?\n"
      ),
      (
        "Cầu mới", "Ông Tám cho biết cầu dài 4 km.\n\nBest regards,\nAn Lê\nBáo Vân Sa\n"
      ),
    ])
  func mails(subject: String, text: String) {
    let read = ReadInput(
      "From: An <an@a.example>\nSubject: \(subject)\nDate: Sat, 05 Apr 2025 09:10:00 +0700\n"
        + "Content-Type: text/plain; charset=utf-8\n\n\(text)")
    #expect(read.form == "eml")
    #expect(read.texts == ["Cầu mới\nÔng Tám cho biết cầu dài 4 km."])
  }

  @Test(
    "Pages of two short sentences, and pieces of pages, are read",
    arguments: [
      "<html><body><h1>Storm hits Port Ann</h1><p>By Ann Poe</p><p>Mayor Ann Lee said 3 roofs fell."
        + "</p><p>She left with 3 others.</p></body></html>",
      "<h1>Storm hits Port Ann</h1><p>Mayor Ann Lee said 3 roofs fell.</p><p>She left with 3 others."
        + "</p>",
      "<div><h1>Storm hits Port Ann</h1><p>Mayor Ann Lee said 3 roofs fell.</p><p>She left with 3 "
        + "others.</p></div>",
    ])
  func shortPages(html: String) {
    let read = ReadInput(html)
    #expect(read.form == "html" && read.errors.isEmpty)
    #expect(read.titles == ["Storm hits Port Ann"])
    let body = read.articles.first.map { article in article.body.map(article.text) }
    #expect(body == ["Mayor Ann Lee said 3 roofs fell.", "She left with 3 others."])
  }
}
