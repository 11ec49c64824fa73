internal import CExpat

extension XMLParser {
  /// What expat found wrong, in words; `element` is the innermost that is open there.
  static func words(_ code: XML_Error, within element: XMLElement?) -> String {
    let place = element.map { " within <\($0.name)> of line \($0.line)" } ?? ""
    return switch code {
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
      XML_ERROR_UNCLOSED_CDATA_SECTION:
      element == nil
        ? "the document ends before its first element is whole"
        : "the document ends\(place): it is cut off"
    case XML_ERROR_TAG_MISMATCH:
      element.map { "<\($0.name)> of line \($0.line) is not closed here, another element is" }
        ?? "an element is closed that is not open"
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "something stands behind the last element"
    case XML_ERROR_DUPLICATE_ATTRIBUTE: "an element has one attribute twice"
    case XML_ERROR_UNDEFINED_ENTITY: "an &…; stands for nothing"
    case XML_ERROR_RECURSIVE_ENTITY_REF: "an entity is declared by itself"
    case XML_ERROR_AMPLIFICATION_LIMIT_BREACH: "its entities make it many times larger"
    case XML_ERROR_BAD_CHAR_REF: "an &#…; is no character"
    case XML_ERROR_UNBOUND_PREFIX: "a prefix is used that no xmlns:… declares"
    case XML_ERROR_MISPLACED_XML_PI: "<?xml …?> stands inside the document"
    case XML_ERROR_NO_MEMORY: "no memory is left to read it"
    case XML_ERROR_INVALID_TOKEN, XML_ERROR_SYNTAX:
      "no XML\(place): a \"<\" or \"&\" that is text, or a character that XML does not have"
    default: "no XML\(place)"
    }
  }
}
