extension PageTree {
  /// Whether an element's attributes, which are looked at once, say that it is not shown:
  /// `hidden`, `aria-hidden="true"`, `style="display:none"`.
  func hides(_ element: Node, inCaption: Bool) -> Bool {
    var style: ArraySlice<UInt8>?
    var isSilent = false
    for at in Int(element.start)..<Int(element.start + element.count) {
      let attribute = attributes[at]
      switch attribute.name {
      case .hidden: return true
      case .ariaHidden:
        isSilent = isSilent || bytes[attribute.range].elementsEqual("true".utf8)
      case .style: style = style ?? bytes[attribute.range]
      default: break
      }
    }
    // In a caption it marks a picture's own text, for those who hear the page.
    return isSilent ? !inCaption : style.map(PageStyle.isHidden) ?? false
  }
}
