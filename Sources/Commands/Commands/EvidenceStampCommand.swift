package import ArgumentParser
import ClaimModel
package import Desk
import Disk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct EvidenceStampCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "evidence stamp", abstract: "Keep a time-stamp reply with the evidence it is of.",
    discussion: """
      Reads a reply of a time-stamp authority (RFC 3161) with openssl, finds the kept evidence that \
      it is of by the digest in it, and keeps its time, number and SHA-256 there. A reply of \
      another hash function than SHA-256 needs its file beside it, NAME beside NAME.tsr. What is \
      kept is checked by 'evidence verify'. A request is made by: openssl ts -query -data NAME \
      -sha256 -cert -out NAME.tsq.
      """)
  package static let helpOrder = 354
  package static let examples = [
    Example("evidence stamp bang-chung/trang-bao.html.tsr", "one reply")
  ]

  @Argument(help: "The reply.")
  package var file: String

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files([file]) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let path = UserPath.located(file)
    let stamp = try TimeStampFile(path)
    let beside = path.hasSuffix(".tsr") ? String(path.dropLast(4)) : path
    let records = desk.store.workedClaims.compactMap(desk.store.claimOrOrphan)
    let found = records.flatMap { record in
      record.captures.map(\.mark).filter { stamp.isOf($0, beside) }.map { (record.id, $0) }
    }
    guard !found.isEmpty else {
      throw UserError(StampOfNothing(path: file, algorithm: stamp.algorithm, digest: stamp.digest))
    }
    // What several claims have is one change.
    var captures = [EvidenceCapture]()
    for (_, capture) in found where !captures.contains(capture) { captures.append(capture) }
    var last: CommandOutput = .nothing
    try desk.grouped { desk in
      for capture in captures {
        var stamped = capture
        stamped.stamp = stamp.reply
        let claims = found.filter { $0.1 == capture }.map(\.0)
        let outcome = try desk.perform(
          .annotateClaims(claims, ClaimMark(captures: [stamped])))
        last = .report(Report(outcome))
        if capture != captures.last { try context.emit(last) }
      }
    }
    return last
  }
}

extension TimeStampFile {
  /// By the digest in the reply; with another hash function by the file beside it, which must be
  /// what was kept.
  fileprivate func isOf(_ capture: EvidenceCapture, _ beside: String) -> Bool {
    if algorithm == "sha256" { return digest == capture.sha256 }
    guard let now = try? EvidenceFile.capture(beside), now.sha256 == capture.sha256 else {
      return false
    }
    return isOf(capture.sha256, beside)
  }
}

/// A time-stamp reply of which nothing was kept.
private struct StampOfNothing: UserFacing {
  let path: String
  let algorithm: String
  let digest: String

  var message: ErrorMessage {
    ErrorMessage(
      "'\(path)': no evidence with the digest in it was kept",
      details: [
        "it is of bytes with \(algorithm) \(digest)",
        "keep the file first: annotate c3 --evidence FILE --capture; a reply on a session file lies "
          + "beside it, and 'session verify' checks it",
      ])
  }

  var status: ProgramStatus { .failed }
}
