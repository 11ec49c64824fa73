internal import CPageTree

extension PageTag {
  static let a = PageTag(GUMBO_TAG_A)
  static let address = PageTag(GUMBO_TAG_ADDRESS)
  static let article = PageTag(GUMBO_TAG_ARTICLE)
  static let aside = PageTag(GUMBO_TAG_ASIDE)
  static let blockquote = PageTag(GUMBO_TAG_BLOCKQUOTE)
  static let body = PageTag(GUMBO_TAG_BODY)
  static let br = PageTag(GUMBO_TAG_BR)
  static let button = PageTag(GUMBO_TAG_BUTTON)
  static let figcaption = PageTag(GUMBO_TAG_FIGCAPTION)
  static let figure = PageTag(GUMBO_TAG_FIGURE)
  static let font = PageTag(GUMBO_TAG_FONT)
  static let footer = PageTag(GUMBO_TAG_FOOTER)
  static let form = PageTag(GUMBO_TAG_FORM)
  static let h1 = PageTag(GUMBO_TAG_H1)
  static let head = PageTag(GUMBO_TAG_HEAD)
  static let header = PageTag(GUMBO_TAG_HEADER)
  static let hr = PageTag(GUMBO_TAG_HR)
  static let html = PageTag(GUMBO_TAG_HTML)
  static let li = PageTag(GUMBO_TAG_LI)
  static let link = PageTag(GUMBO_TAG_LINK)
  static let main = PageTag(GUMBO_TAG_MAIN)
  static let meta = PageTag(GUMBO_TAG_META)
  static let nav = PageTag(GUMBO_TAG_NAV)
  static let noscript = PageTag(GUMBO_TAG_NOSCRIPT)
  static let ol = PageTag(GUMBO_TAG_OL)
  static let p = PageTag(GUMBO_TAG_P)
  static let table = PageTag(GUMBO_TAG_TABLE)
  static let td = PageTag(GUMBO_TAG_TD)
  static let template = PageTag(GUMBO_TAG_TEMPLATE)
  static let th = PageTag(GUMBO_TAG_TH)
  static let time = PageTag(GUMBO_TAG_TIME)
  static let title = PageTag(GUMBO_TAG_TITLE)
  static let tr = PageTag(GUMBO_TAG_TR)
  static let ul = PageTag(GUMBO_TAG_UL)

  enum Kind: UInt8 {
    case inline, block, bold, italic, picture, form, skipped
  }

  /// What the tag does to the text in it.
  var kind: Kind { Int(number) < Self.kinds.count ? Self.kinds[Int(number)] : .inline }

  private static let kinds: [Kind] = {
    var kinds = [Kind](repeating: .inline, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    func set(_ kind: Kind, _ tags: [GumboTag]) {
      for tag in tags { kinds[Int(tag.rawValue)] = kind }
    }
    set(
      .block,
      [
        GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_DIV, GUMBO_TAG_P, GUMBO_TAG_H1, GUMBO_TAG_H2,
        GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_UL, GUMBO_TAG_OL,
        GUMBO_TAG_LI, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_TABLE, GUMBO_TAG_THEAD,
        GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH,
        GUMBO_TAG_CAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_ARTICLE,
        GUMBO_TAG_SECTION, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_MAIN, GUMBO_TAG_NAV,
        GUMBO_TAG_ASIDE, GUMBO_TAG_ADDRESS, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE, GUMBO_TAG_FORM,
        GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,
        GUMBO_TAG_CENTER, GUMBO_TAG_DIR, GUMBO_TAG_MENU, GUMBO_TAG_LISTING, GUMBO_TAG_HGROUP,
      ])
    set(.bold, [GUMBO_TAG_B, GUMBO_TAG_STRONG])
    set(.italic, [GUMBO_TAG_I, GUMBO_TAG_EM, GUMBO_TAG_CITE])
    set(
      .picture,
      [
        GUMBO_TAG_IMG, GUMBO_TAG_VIDEO, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED,
        GUMBO_TAG_AUDIO, GUMBO_TAG_CANVAS,
      ])
    set(
      .form,
      [
        GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_OPTION, GUMBO_TAG_TEXTAREA,
        GUMBO_TAG_LABEL, GUMBO_TAG_METER, GUMBO_TAG_PROGRESS, GUMBO_TAG_DATALIST,
      ])
    set(
      .skipped,
      [
        GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TITLE, GUMBO_TAG_META,
        GUMBO_TAG_LINK, GUMBO_TAG_MATH, GUMBO_TAG_SVG, GUMBO_TAG_NOFRAMES, GUMBO_TAG_RP,
        GUMBO_TAG_RT,
      ])
    return kinds
  }()

  /// 1 to 6 of a heading, else 0.
  var headingLevel: UInt8 {
    guard number >= Self.h1.number, number < Self.h1.number + 6 else { return 0 }
    return UInt8(number - Self.h1.number) + 1
  }
}
