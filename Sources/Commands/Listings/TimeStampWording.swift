import ClaimModel
import Desk
import Presentation
import TerminalText

extension EvidenceCheck.Stamp {
  /// "2024-03-12 16:14:02 +07, signed", "of other bytes"
  var words: StyledText {
    let time = reply.map { "\($0.time.local), number \($0.serial): " } ?? ""
    switch finding {
    case .success(let finding):
      return StyledText(time + finding.words, finding.style)
    case .failure(let error):
      return StyledText("not checked: \(error.message.headline)", .warning)
    }
  }
}

extension TimeStampFile.Finding {
  var words: String {
    switch self {
    case .signed: "signed by the authority"
    case .unsigned: "of these bytes; who signed it was not checked (--ca FILE)"
    case .otherBytes: "of other bytes"
    case .refused(let reason): "not signed by the authority: \(reason)"
    }
  }

  var style: Style {
    switch self {
    case .signed: .good
    case .unsigned: .plain
    case .otherBytes, .refused: .failure
    }
  }
}
