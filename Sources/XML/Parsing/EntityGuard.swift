internal import CLibXML2

/// Keeps entities from multiplying, and from vanishing.
///
/// libxml2 would leave references in the tree, to be followed, and followed again, by everything that reads it. Here a
/// reference becomes the entity's text at once, which must be plain text declared in the file itself, and all the
/// text so added has a limit.
struct EntityGuard {
  /// How many bytes entities and default attributes may still add.
  private var budget: Int
  /// The first thing found wrong.
  private(set) var fault: XMLError.Code?
  private(set) var message = ""

  init(inputSize: Int) { budget = inputSize * 10 + (1 << 20) }

  mutating func refuse(_ code: XMLError.Code, _ message: String) {
    guard fault == nil else { return }
    fault = code
    self.message = message
  }

  /// Looks at an entity as it is declared.
  mutating func declare(name: String, type: Int32, value: String?) {
    // libxml2 2.9 loses its way, for hours, in parameter entities that hold others.
    if type == XML_INTERNAL_PARAMETER_ENTITY.rawValue, let value, value.utf8.contains(UInt8(ascii: "%")) {
      refuse(.xmlEntity, "parameter entity \"\(name)\" holds another entity; expected declarations alone")
    }
    guard type == XML_INTERNAL_GENERAL_ENTITY.rawValue, let value else { return }
    // The five that XML predefines may be declared again, and then hold an ampersand.
    let isPredefined = ["amp", "lt", "gt", "quot", "apos"].contains(name)
    if !isPredefined, value.utf8.contains(UInt8(ascii: "&")) {
      refuse(.xmlEntity, "entity \"\(name)\" holds another entity; expected plain text")
    }
  }

  /// What is said of an entity whose text is in another file.
  static func isExternal(_ name: String) -> String {
    "entity \"\(name)\" is external, and is not read; expected its text in the file, or an inclusion by XInclude"
  }

  /// The text that stands for a reference in element content, or nil where it is refused.
  mutating func text(of entity: xmlEntityPtr?, name: String) -> UnsafeBufferPointer<xmlChar>? {
    if let entity, entity.pointee.etype == XML_EXTERNAL_GENERAL_PARSED_ENTITY {
      refuse(.xmlEntity, Self.isExternal(name))
      return nil
    }
    guard let entity, entity.pointee.etype == XML_INTERNAL_GENERAL_ENTITY, let content = entity.pointee.content else {
      refuse(.xmlEntity, "entity \"\(name)\" is not declared in the file; expected its text or a character reference")
      return nil
    }
    let text = UnsafeBufferPointer(start: UnsafePointer(content), count: Int(xmlStrlen(content)))
    if text.contains(UInt8(ascii: "<")) {
      refuse(.xmlEntity, "entity \"\(name)\" holds markup; expected plain text")
      return nil
    }
    return charge(text.count) ? text : nil
  }

  /// Adds to the budget what so many bytes of the file, not known at first, allow.
  mutating func allow(_ count: Int) { budget += count * 10 }

  /// Takes bytes off the budget; false where it is spent.
  mutating func charge(_ count: Int) -> Bool {
    budget -= count
    if budget < 0 { refuse(.xmlLimit, "entities and default attributes make the text more than ten times as large") }
    return budget >= 0
  }
}
