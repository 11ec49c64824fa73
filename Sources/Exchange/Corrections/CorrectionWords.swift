internal import ClaimModel

/// What the labels of a correction note are called, in a form and a language.
struct CorrectionWords {
  var heading: String
  var title = "Title"
  var outlet = "Published by"
  var section = "Section"
  var issue = "Issue"
  var published = "Published"
  var url = "Address"
  var wrong = "What was published"
  var right = "What is right"
  var reason = "Why"
  var corrected = "Corrected"
  /// The last paragraph.
  var closing: String
  /// In the place of what is not known.
  var unknown = "[not known]"

  static func of(_ form: Correction.Form, _ language: ArticleLanguage) -> CorrectionWords {
    switch (form, language) {
    case (.pressLaw, .vietnamese): vietnamesePressLaw
    case (.ifcn, .vietnamese): vietnamese
    case (.pressLaw, _): pressLaw
    case (.ifcn, _): ifcn
    }
  }

  private static let ifcn = CorrectionWords(
    heading: "Correction", closing: "We regret the error.")

  /// For newspapers in English under that law: its own heading stands behind.
  private static let pressLaw = CorrectionWords(
    heading: "Correction and apology (Thông tin cải chính, xin lỗi)",
    closing: "We apologise to the organisations and persons concerned, and to our readers.")

  private static let vietnamese = CorrectionWords(
    heading: "Đính chính", title: "Bài", outlet: "Nơi đăng", section: "Chuyên mục",
    issue: "Số báo", published: "Ngày đăng", url: "Địa chỉ", wrong: "Thông tin đã đăng",
    right: "Thông tin đúng", reason: "Căn cứ", corrected: "Ngày đính chính",
    closing: "Chúng tôi xin lỗi bạn đọc về sai sót này.",
    unknown: "[chưa rõ]")

  /// The heading and what follows it are those that article 42 of the law names.
  private static let vietnamesePressLaw = CorrectionWords(
    heading: "Thông tin cải chính, xin lỗi", title: "Tên tác phẩm báo chí",
    outlet: "Cơ quan báo chí",
    section: "Tên chuyên mục", issue: "Số báo", published: "Ngày, tháng, năm đăng, phát",
    url: "Địa chỉ", wrong: "Thông tin sai sự thật đã đăng, phát",
    right: "Nội dung thông tin được cải chính", reason: "Căn cứ", corrected: "Ngày cải chính",
    closing: "Chúng tôi xin lỗi cơ quan, tổ chức, cá nhân liên quan và bạn đọc.",
    unknown: "[chưa rõ]")
}
