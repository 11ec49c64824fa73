import ClaimExtraction
import ClaimModel
import Testing

@Suite("Quotations")
struct QuotationTests {
  @Test(
    "Marks pair, outermost first",
    arguments: [
      ("He said \"no\" and \"never\".", ["\"no\"", "\"never\""]),
      ("He said “no ‘never’ again”.", ["“no ‘never’ again”"]),
      ("Il dit « non » .", ["« non »"]),
      ("''It is over,'' she said.", ["''It is over,''"]),
      ("``It is over,'' she said, `for now.'", ["``It is over,''", "`for now.'"]),
      ("\"Go,\" she said, \"and do not wait.", ["\"Go,\"", "\"and do not wait.…"]),
      ("It's the workers' hall.", []),
      ("‘It is over,’ she said.", ["‘It is over,’"]),
      ("” stray “pair” stray", ["“pair”"]),
    ])
  func pairs(text: String, expected: [String]) {
    #expect(quotations(text) == expected)
  }

  @Test("Segmented marks pair by turns")
  func segmented() {
    #expect(
      quotations("Bà nói \" không \" và \" không_bao_giờ \" .", .vietnamese)
        == ["\" không \"", "\" không_bao_giờ \""])
  }

  @Test("An apostrophe set apart in a segmented story opens no quotation")
  func apostrophe() {
    let text = "Tổ_chức Al_Na ' ir nhận trách_nhiệm . Ông nói \" không \" ."
    #expect(quotations(text, .vietnamese) == ["\" không \""])
  }

  @Test("A mark that lost its partner is left out, and the others pair")
  func stray() {
    let text = "Bà nói : \" Nước lên . Ông đáp : \" Không . \" Chị kêu_gọi \" đi ngay \" ."
    #expect(quotations(text, .vietnamese) == ["\" Không . \"", "\" đi ngay \""])
  }

  @Test("A quotation over several paragraphs opens each anew and closes once")
  func paragraphs() {
    let text = "\"The water came.\n\n\"It took the mill.\n\n\"Then it went,\" she said."
    #expect(quotations(text) == ["\"The water came.\n\n\"It took the mill.\n\n\"Then it went,\""])
  }

  @Test("With one sentence a line, a quotation runs on to the line that closes it")
  func lines() {
    let text = "\" Nước đến .\nNó cuốn cối xay \" , bà nói ."
    #expect(quotations(text, .vietnamese) == ["\" Nước đến .\nNó cuốn cối xay \""])
  }

  @Test("An unclosed quotation ends with its paragraph")
  func unclosed() {
    #expect(quotations("\"The water came.\n\nThey ran.") == ["\"The water came.…"])
    #expect(quotations("“The water came.\n\nThey ran.") == ["“The water came.…"])
  }
}
