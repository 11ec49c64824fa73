import TestSupport
import Testing

@testable import ArticleReading

@Suite("XML documents")
struct XMLTreeTests {
  private func tree(_ text: String) throws(XMLFault) -> XMLTree {
    try XMLTree.read(Array(text.utf8))
  }

  /// What is wrong with a document; nil where it is read.
  private func fault(_ text: String) -> XMLFault? {
    do {
      _ = try tree(text)
      return nil
    } catch { return error }
  }

  @Test("have names, attributes, characters and places")
  func whole() throws {
    let root = try tree(
      """
      <a xmlns="urn:one" xmlns:t="urn:two" k="1">x&amp;<t:b t:k="2"/>
      <![CDATA[<c>]]>é</a>
      """
    ).root
    var inner = XMLElement("b", in: "urn:two", line: 1, column: 50)
    inner.attributes = [.init(name: "k", namespace: "urn:two", value: "2")]
    var expected = XMLElement("a", in: "urn:one", line: 1, column: 1)
    expected.attributes = [.init(name: "k", namespace: "", value: "1")]
    expected.children = [.text("x&"), .element(inner), .text("\n<c>é")]
    #expect(root == expected)
    #expect(root["k"] == "1")
    #expect(root.first("b", in: "urn:two")?["k", in: "urn:two"] == "2")
    #expect(root.first("b", in: "urn:one") == nil)
    #expect(root.text == "x&\n<c>é")
  }

  @Test(
    "that are bad say where and what",
    arguments: [
      ("", nil, nil, "nothing is in it"),
      ("  \n", nil, nil, "nothing is in it"),
      ("<a>\n<b>", 2, 4, "the document ends within <b> of line 2: it is cut off"),
      ("<a>\n<b></a>", 2, 6, "<b> of line 2 is not closed here, another element is"),
      ("<a/><b/>", 1, 5, "something stands behind the last element"),
      ("<a k='1' k='2'/>", 1, 10, "an element has one attribute twice"),
      ("<a>&what;</a>", 1, 4, "&what; stands for nothing"),
      ("<p:a/>", 1, 1, "a prefix is used that no xmlns:… declares"),
      (
        "<a>x < y</a>", 1, 7,
        "no XML within <a> of line 1: a \"<\" or \"&\" that is text, or a character that XML does not have"
      ),
      ("\n\n<a>", 3, 4, "the document ends within <a> of line 1: it is cut off"),
    ] as [(String, Int?, Int?, String)])
  func bad(_ text: String, _ line: Int?, _ column: Int?, _ problem: String) {
    let found = fault(text)
    #expect(found?.problem == problem)
    #expect(found?.line == line)
    #expect(found?.column == column)
  }

  @Test("name characters as HTML does, and declare a few for themselves")
  func named() throws {
    #expect(try tree("<a>caf&eacute;&nbsp;&apos;</a>").root.text == "café\u{A0}'")
    let own = "<!DOCTYPE a [<!ENTITY own \"&#233;\">]><a k='&own;'>&own;</a>"
    #expect(try tree(own).root.text == "é")
    #expect(try tree(own).root["k"] == "é")
    #expect(
      try tree("<!DOCTYPE a SYSTEM 'http://a.example/a.dtd'><a>&eacute;</a>").root.text == "é")
  }

  @Test(
    "that would read other files or swell are refused",
    arguments: [
      ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "&x;", "another file"),
      ("<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://a.example/x'> %x;]><a/>", "%x;", "another file"),
      ("<!DOCTYPE a [<!ENTITY x 'aaaaaaaaaaaaaaaaaaaaaaaaa'>]><a>&x;</a>", "&x;", "few characters"),
      ("<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>", "&y;", "few characters"),
      ("<!DOCTYPE a [<!ENTITY % x 'ha'>]><a/>", "%x;", "few characters"),
    ])
  func hostile(_ text: String, _ name: String, _ problem: String) {
    let found = fault(text)?.problem ?? ""
    #expect(found.hasPrefix(name) && found.contains(problem), "\(found)")
  }

  @Test("have caps on depth, attributes, elements and size")
  func caps() {
    let deep = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
    #expect(fault(deep)?.problem == "elements are more than 200 deep")
    let wide = "<a " + (0..<100_000).map { "k\($0)=''" }.joined(separator: " ") + "/>"
    #expect(fault(wide)?.problem == "an element has more than 1000 attributes")
    let small = XMLTree.Limits(bytes: 8 << 20, elements: 3)
    #expect(throws: XMLFault("it has more than 3 elements", line: 1, column: 12)) {
      try XMLTree.read(Array("<a><b/><c/><d/></a>".utf8), limits: small)
    }
    #expect(throws: XMLFault("it is larger than 8 MiB")) {
      try XMLTree.read([UInt8](repeating: 0x20, count: 9 << 20), limits: small)
    }
  }

  @Test("are read whatever they are stored in, and whatever they claim")
  func encodings() throws {
    func read(_ bytes: [UInt8]) throws -> String {
      let tree = try XMLTree.read(bytes)
      return tree.encoding + " " + tree.root.text
    }
    let head = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>"
    #expect(try read(Array((head + "<a>né</a>").utf8)) == "UTF-8 né")
    let western = Array((head + "<a>n").utf8) + [0xE9] + Array("</a>".utf8)
    #expect(try read(western) == "Windows-1252 né")
    let vietnamese = Array("<?xml version='1.0' encoding='WINDOWS-1258'?><a>vi".utf8)
    #expect(
      try read(vietnamese + [0xEA, 0xF2, 0x74] + Array("</a>".utf8)) == "Windows-1258 viê\u{323}t")
    let wide: [UInt8] = "<?xml version='1.0' encoding='UTF-16'?><a>việt</a>".utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(try read([0xFF, 0xFE] + wide) == "UTF-16LE việt")
    #expect(try read(wide) == "UTF-16LE việt")
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8)) == "UTF-8 é")
    let other = Array("<?xml version='1.0' encoding='gb2312'?><a>".utf8) + [0xC4, 0xE3, 0xBA]
    #expect(throws: XMLFault("it is stored as gb2312, which is not read", line: 1)) {
      try XMLTree.read(other)
    }
  }

  @Test("never crash, whatever is cut off or changed")
  func mutations() {
    let seed = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE a [<!ENTITY b "c">]>
      <a xmlns="urn:x" k="v">t&b;&nbsp;<![CDATA[d]]><e f='g'>h</e><!-- i --></a>
      """.utf8)
    for length in 0..<seed.count { _ = try? XMLTree.read(Array(seed[..<length])) }
    var random = SplitMix(seed: 15)
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      _ = try? XMLTree.read(bytes)
    }
  }
}
