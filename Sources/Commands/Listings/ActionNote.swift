import ClaimModel
import FactStore

extension Action {
  /// What was given as the reason.
  var note: String? {
    switch self {
    case .annotateClaims(_, let mark): mark.note
    case .annotateSource(_, let mark): mark.note
    case .recordCorrection(_, let correction): correction.reason
    default: nil
    }
  }
}
