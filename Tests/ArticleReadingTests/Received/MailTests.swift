import ArticleReading
import ClaimModel
import Testing

@Suite("Mail messages")
struct MailTests {
  static let head = """
    From: =?UTF-8?B?TMOqIEFu?= <an@bao.example>
    To: desk@bao.example
    Subject: Fwd: =?UTF-8?Q?L=C5=A9_l=E1=BB=9Bn?= =?utf-8?B?IOG7nyBIdeG6vw==?=
    Date: Sat, 6 Jan 2024 10:00:00 +0700
    Message-ID: <1@bao.example>
    MIME-Version: 1.0

    """

  static let multipart =
    head + """
      Content-Type: multipart/mixed; boundary="=_a"

      Preamble.
      --=_a
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain; charset=utf-8; format=flowed
      Content-Transfer-Encoding: quoted-printable

      =C3=94ng L=C3=A2m n=C3=B3i 12=20
      nh=C3=A0 b=E1=BB=8B s=E1=BA=ADp.

      B=C3=A0 Mai kh=C3=B3c.
      --=20
      An
      --b
      Content-Type: text/html; charset=utf-8

      <p>Ông Lâm nói 12 nhà bị sập.</p>
      --b--
      --=_a
      Content-Type: application/pdf; name="x.pdf"
      Content-Disposition: attachment; filename*=UTF-8''t%E1%BB%87p.pdf
      Content-Transfer-Encoding: base64

      JVBERi0=
      --=_a--

      """

  @Test("The subject is the title, the text part the story, files attached are told")
  func multipart() {
    for text in [Self.multipart, Self.multipart.replacing("\n", with: "\r\n")] {
      let read = ReadInput(text, named: "a.eml")
      #expect(read.form == "eml" && read.errors.isEmpty)
      #expect(read.titles == ["Lũ lớn ở Huế"])
      #expect(read.texts == ["Lũ lớn ở Huế\nÔng Lâm nói 12 nhà bị sập.\nBà Mai khóc."])
      #expect(read.told == ["a.eml: 1 file attached, not read: tệp.pdf"])
      let origin = read.articles.first?.origin
      #expect(origin?.authors == ["Lê An"] && origin?.identifier == "<1@bao.example>")
      #expect(origin?.published?.description == "2024-01-06T10:00+07:00")
      #expect(
        origin?.removed == [
          RemovedText(.deskNote, words: "An "), RemovedText(.attachment, words: "tệp.pdf"),
        ])
    }
  }

  @Test(
    "Texts in other forms",
    arguments: [
      (
        "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+TcOyIDxiPmLDuW48L2I+PC9wPjxwPkhhaTwvcD4=\n",
        "Mò bùn\nHai"
      ),
      (
        "Content-Type: text/plain; charset=windows-1258\nContent-Transfer-Encoding: quoted-printable\n\nL=F5=ECn n=F3i.\n",
        "Lớn nói."
      ),
      ("\nÔng nói thế.\n", "Ông nói thế."),
      (
        "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Một</p>\n--x\nContent-Type: image/png\n\nx\n--x--\n",
        "Một"
      ),
    ])
  func forms(body: String, text: String) {
    #expect(ReadInput(Self.head + body).texts == ["Lũ lớn ở Huế\n" + text])
  }

  @Test(
    "What only looks like a header is plain text",
    arguments: [
      "Note: one\n\nOne died.\n", "Hà Nội: trời mưa.\nHuế: nắng.\n",
      "From: An\nTo: Bình\n\nChào.\n",
      "Q: Why?\nA: He said so.\nDate: unknown\n",
    ])
  func prose(text: String) {
    #expect(ReadInput(text).form == "text")
  }

  @Test("A message that is cut off, deep or without text is refused")
  func bad() {
    let cut = ReadInput(String(Self.multipart.dropLast(10)), named: "a.eml")
    #expect(cut.articles.isEmpty)
    #expect(
      cut.words == [
        "\"a.eml\": a mail message, boundary \"=_a\": its last part has no end: it is cut off; "
          + "save the message anew from the mail program"
      ])
    var deep = "Content-Type: text/plain\n\nx\n"
    for level in 0..<30 {
      deep =
        "Content-Type: multipart/mixed; boundary=l\(level)\n\n--l\(level)\n\(deep)\n--l\(level)--\n"
    }
    #expect(ReadInput(Self.head + deep).words.first?.contains("deeper than 20 levels") == true)
    let many = String(repeating: "--m\n\nx\n", count: 5000)
    let parts = "Content-Type: multipart/mixed; boundary=m\n\n\(many)--m--\n"
    #expect(ReadInput(Self.head + parts).words.first?.contains("more than 1000 parts") == true)
    #expect(ReadInput(Self.head + "\n").words.first?.contains("no text in it") == true)
  }

  @Test(
    "What a mail quotes of another one is apart, unless it has nothing else",
    arguments: [
      (
        "Cầu dài 4 km.\n\nBà Nga viết:\n> Cầu dài 9 km.\n> Có 3 nhịp.\n", ["Cầu dài 4 km."],
        ["Bà Nga viết: > Cầu dài 9 km. > Có 3 nhịp."]
      ),
      (
        "> Cầu dài 9 km.\n\nKhông, 4 km.\n\n> > Có 3 nhịp.\n", ["Không, 4 km."],
        ["> Cầu dài 9 km. > > Có 3 nhịp."]
      ),
      ("Bà Nga viết:\n\n> Cầu dài 9 km.\n", ["Cầu dài 9 km."], []),
    ])
  func quotedMail(body: String, paragraphs: [String], apart: [String]) {
    let read = ReadInput(Self.head + "\n" + body, named: "a.eml")
    #expect(read.articles.first.map { $0.body.map($0.text) } == paragraphs)
    #expect(read.articles.first?.origin?.removed.map(\.words) == apart)
  }
}
