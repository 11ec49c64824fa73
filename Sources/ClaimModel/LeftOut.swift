/// A stretch of a story's text that is in none of its parts, and why: nothing of a story goes
/// without a word.
package struct LeftOut: Sendable, Hashable {
  package enum Cause: String, Sendable, CaseIterable {
    /// "Ảnh: AFP" in a line of its own.
    case credit = "the credit of a picture"
    /// A caption that stands in the story as well.
    case printedTwice = "a caption that is printed twice"
    /// "Thứ sáu, 5/1/2024, 10:00 (GMT+7)"
    case dateLine = "a line with the day"
    /// "14:05" before an entry of a live blog.
    case entryTime = "the time of an entry"
    /// "Xem thêm: …", "Bình luận (35)"
    case furniture = "furniture of the page: links, comments, buttons"
    /// "rsu/jfx/cwl"
    case deskCode = "codes of the agency's desk"
    /// "Phóng viên: Thưa ông, mùa khô ra sao?"
    case question = "a question of the interviewer"
    /// Prose whose claim somebody dropped.
    case noClaim = "in no claim"
    /// What stands between the parts, such as a mark.
    case between = "in no part of the story"
  }

  package var span: TextSpan
  package var cause: Cause

  package init(span: TextSpan, cause: Cause) {
    self.span = span
    self.cause = cause
  }
}
