internal import ClaimModel
internal import Digests
internal import JSONText

/// What lies beside a report so that it can be checked without theo: the session, the texts, what is
/// quoted from them, every verdict, the digests of all that, and a program that checks it.
///
/// `MANIFEST` has the digest of each file and of the report, `SEAL` that of `MANIFEST`; both are in
/// the form of `sha256sum -c`. Who knows the seal knows all of it: it is told beside the report.
package struct VerificationFolder: Sendable {
  package struct File: Sendable {
    /// Its path in the folder.
    package var name: String
    package var bytes: [UInt8]
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// All of them, `MANIFEST` and `SEAL` last.
  package let files: [File]
  /// SHA-256 of `MANIFEST`: 64 hexadecimal digits.
  package let seal: String

  /// `report`: its name and its bytes, in whatever form. `session`: the bytes of its file.
  package init(_ model: ReportModel, report: File, session: [UInt8]) {
    let checked = CheckedClaims(model)
    var files = [
      File(name: "quotations.json", bytes: checked.quotations),
      File(name: "session.json", bytes: session),
    ]
    files += model.stories.map {
      File(name: "texts/\($0.id).txt", bytes: Array($0.article.text.utf8))
    }
    files += [
      File(name: "verdicts.json", bytes: checked.verdicts),
      File(name: "verify.py", bytes: PackageResources.verify_py),
    ]
    let listed = [File(name: "../" + report.name, bytes: report.bytes)] + files
    let manifest = Array(listed.map(Self.line).joined().utf8)
    seal = Self.digest(manifest)
    files.append(File(name: "MANIFEST", bytes: manifest))
    files.append(File(name: "SEAL", bytes: Array("\(seal)  MANIFEST\n".utf8)))
    self.files = files
  }

  /// Whether a folder with files of these paths may be one of these.
  package static func isOurs(_ paths: Set<String>) -> Bool {
    let fixed: Set = [
      "MANIFEST", "SEAL", "quotations.json", "session.json", "verdicts.json", "verify.py",
    ]
    return paths.isEmpty
      || paths.contains("MANIFEST")
        && paths.allSatisfy { path in
          let isText = path.hasPrefix("texts/a") && path.hasSuffix(".txt")
          return fixed.contains(path) || isText || path.hasPrefix("__pycache__/verify.")
        }
  }

  /// As sha256sum writes it; a name with a backslash or a line break is escaped, and said to be.
  private static func line(_ file: File) -> String {
    let escaped = file.name.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    return (escaped == file.name ? "" : "\\") + "\(digest(file.bytes))  \(escaped)\n"
  }

  private static func digest(_ bytes: [UInt8]) -> String { SHA256.digest(bytes).hexadecimal }
}

/// What is to be checked of each claim, in JSON.
private struct CheckedClaims {
  let quotations: [UInt8]
  let verdicts: [UInt8]

  init(_ model: ReportModel) {
    let texts = Dictionary(model.stories.map { ($0.id, $0.article.text) }) { first, _ in first }
    var offsets = [ArticleID: ScalarOffsets]()
    var quoted = [JSONValue]()
    var judged = JSONObject()
    for claim in model.claims {
      let places = offsets[claim.story] ?? ScalarOffsets(texts[claim.story] ?? "")
      offsets[claim.story] = places
      quoted.append(Self.quotation(claim, places))
      judged.append(claim.id.description, Self.verdict(claim))
    }
    let writer = JSONWriter(pretty: true, lineWidth: 120)
    quotations = writer.bytes(.array(quoted)) + [0x0A]
    verdicts =
      writer.bytes(["head": .string(model.head), "claims": .object(judged)]) + [0x0A]
  }

  /// Places count code points, the end is the first one behind.
  private static func quotation(_ claim: ReportClaim, _ offsets: ScalarOffsets) -> JSONValue {
    [
      "claim": .string(claim.id.description), "story": .string(claim.story.description),
      "places": .array(
        claim.claim.content.map { span in
          let place = offsets.scalars(span)
          return .array([.integer(place.start), .integer(place.end)])
        }),
      "words": .array(claim.exact.map(JSONValue.string)),
    ]
  }

  private static func verdict(_ claim: ReportClaim) -> JSONValue {
    [
      "verdict": .string(claim.verdicts.map(\.rawValue).joined(separator: "/")),
      "history": .array(
        claim.history.map { one in
          [
            "operation": .integer(one.operation), "time": .string(one.time.description),
            "user": .string(one.user), "verdict": .string(one.verdict.rawValue),
          ]
        }),
    ]
  }
}
