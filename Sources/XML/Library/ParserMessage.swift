internal import CLibXML2

/// Says in our words what libxml2 says too shortly of the commonest slips.
enum ParserMessage {
  /// The same for namespaces.
  static func ofNamespace(_ error: xmlError) -> String? {
    guard error.code == XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue,
      let prefix = error.str1.map({ String(cString: $0) }), let local = error.str2.map({ String(cString: $0) })
    else { return nil }
    return "prefix \"\(prefix)\" of \"\(prefix):\(local)\" is not declared; "
      + "expected xmlns:\(prefix)=\"…\" there or around it"
  }

  static func of(_ error: xmlError) -> String? {
    let message = error.message.map { String(cString: $0) } ?? ""
    switch UInt32(bitPattern: error.code) {
    case XML_ERR_TAG_NAME_MISMATCH.rawValue:
      guard let start = error.str1, let end = error.str2 else { return nil }
      let open = String(cString: start)
      return "end tag \"\(String(cString: end))\" closes element \"\(open)\" of line \(error.int1); "
        + "expected \"</\(open)>\""
    case XML_ERR_ATTRIBUTE_REDEFINED.rawValue:
      guard let name = error.str1 else { return nil }
      return "attribute \"\(String(cString: name))\" stands twice in one start tag; expected it once"
    case XML_ERR_NAME_REQUIRED.rawValue where message.contains("EntityRef"):
      return "\"&\" begins a reference; expected \"&amp;\" for the character itself"
    case XML_ERR_NAME_REQUIRED.rawValue where message.contains("StartTag"):
      return "\"<\" begins a tag, but no name follows; expected \"&lt;\" for the character itself"
    case XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue:
      return "\"&\" begins a reference that does not end in \";\"; expected \"&amp;\" for the character itself"
    case XML_ERR_UNDECLARED_ENTITY.rawValue:
      guard let name = error.str1 else { return nil }
      return "entity \"\(String(cString: name))\" is not declared in the file; "
        + "expected its text or a character reference"
    case XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue:
      return "the value of an attribute has no quotation mark; expected it in \"…\" or '…'"
    case XML_ERR_SPACE_REQUIRED.rawValue where message.contains("ttributes construct"):
      return "attributes follow each other without a space between them"
    case XML_ERR_HYPHEN_IN_COMMENT.rawValue:
      return "\"--\" stands inside a comment; expected it at its end alone"
    case XML_ERR_INVALID_ENCODING.rawValue, XML_ERR_INVALID_CHAR.rawValue:
      if message.contains("UTF-8") {
        // libxml2 shows four bytes, of which the first is at fault, on a line of its own.
        let byte = message.split(separator: " ").first { $0.hasPrefix("0x") }
        return "byte \(byte ?? "there") is not UTF-8; expected UTF-8, or an XML declaration with the encoding"
      }
      guard error.int1 > 0 else { return nil }
      let code = String(error.int1, radix: 16, uppercase: true)
      let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
      return "character U+\(digits) is not allowed in XML"
    case XML_ERR_ENTITY_LOOP.rawValue:
      // libxml2 has one code for all of these.
      return "entities refer to each other in a circle, nest too deep, or make far more text of the file than it has; "
        + "expected the text itself in their place"
    default: return nil
    }
  }
}
