import Foundation
import Testing

/// theo as a filter between other programs.
@Suite("extract in a pipe")
struct ExtractFilterTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func sh(_ script: String) throws -> Shell.Outcome {
    try Shell.run(
      "sh", ["-c", script], environment: ["theo": Places.theo], folder: scratch.folder)
  }

  private static let story = #"{"id":%d,"text":"Ông Lê Văn Tám nói đê %d vững."}"#

  private func stories(_ count: Int) throws {
    let lines = (1...count).map { Self.story.replacing("%d", with: "\($0)") }
    _ = try scratch.file("in.jsonl", lines.joined(separator: "\n") + "\n")
  }

  @Test("A line's claims are there before the next line comes, with --flush line")
  func waiting() throws {
    try stories(2)
    // The second line is written only once the first one's claim has been read.
    let ran = try sh(
      """
      mkfifo to from
      "$theo" extract --flush line < to > from &
      exec 3> to 4< from
      head -n 1 in.jsonl >&3
      read -r article <&4; read -r claim <&4
      tail -n 1 in.jsonl >&3; exec 3>&-
      echo "$claim"; cat <&4
      """)
    #expect(ran.status == 0 && ran.errors == "")
    let articles = ran.output.split(separator: "\n").map { $0.prefix(40) }
    #expect(articles.first?.contains(#""record":"claim","article":"1""#) == true)
    #expect(articles.last?.contains(#""record":"claim","article":"2""#) == true)
  }

  @Test(
    "The same bytes come out whatever the environment, the processors and the way they come",
    arguments: [
      "env -i \"$theo\" extract < in.jsonl", "env -i LC_ALL=C \"$theo\" extract - < in.jsonl",
      "LC_ALL=C TZ=Asia/Tokyo \"$theo\" extract --flush line < in.jsonl",
      "(cat in.jsonl; sleep 0.2) | taskset -c 0 \"$theo\" extract",
      "\"$theo\" extract in.jsonl",
      "sed 's/$/\\r/; 1s/^/\\xEF\\xBB\\xBF/' in.jsonl | \"$theo\" extract",
      "sed G in.jsonl | \"$theo\" extract --from jsonl",
      "\"$theo\" extract --on-error record < in.jsonl",
    ])
  func same(_ command: String) throws {
    try stories(700)
    let plain = try sh("\"$theo\" extract < in.jsonl")
    #expect(plain.status == 0 && plain.output.utf8.count > 400_000)
    let other = try sh(command)
    #expect(other.status == 0 && other.errors == "")
    #expect(other.output == plain.output)
  }

  @Test(
    "Nothing in gives nothing out, and is no failure",
    arguments: ["", "\n\n", "\u{FEFF}"],
    ["", "--from jsonl", "--from csv", "--on-error record", "--flush line"])
  func nothing(_ input: String, _ options: String) throws {
    _ = try scratch.file("in", input)
    let ran = try sh("env -i \"$theo\" extract \(options) < in")
    #expect(ran.status == 0 && ran.output == "" && ran.errors == "")
  }

  @Test("Memory does not grow with what comes through")
  func memory() throws {
    try stories(400)
    func peak(_ times: Int) throws -> Int {
      let ran = try sh(
        """
        for i in $(seq \(times)); do cat in.jsonl; done |
          python3 -c 'import resource, subprocess, sys
        subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$theo" extract
        """)
      return try #require(Int(ran.output.split(separator: "\n").last ?? ""))
    }
    let (few, many) = (try peak(60), try peak(180))
    #expect(Double(many) < Double(few) * 1.25, "\(few) KB, then \(many) KB")
  }

  @Test("A reader that goes away ends it quietly")
  func closed() throws {
    try stories(3000)
    let ran = try sh("\"$theo\" extract < in.jsonl | head -n 1")
    #expect(ran.output.hasPrefix(#"{"record":"article","article":"1""#) && ran.errors == "")
  }
}
