internal import CLibXML2

/// Copies what a DTD declares out of libxml2's structures.
struct DTDDeclarations {
  typealias Element = DocumentTypeDefinition.Element
  typealias Attribute = DocumentTypeDefinition.Attribute
  typealias Particle = DocumentTypeDefinition.Particle

  private(set) var elements: [Element] = []

  init(_ dtd: xmlDtdPtr) {
    var attributes: [String: [Attribute]] = [:]
    var next = dtd.pointee.children
    while let node = next {
      next = node.pointee.next
      let declaration = UnsafeMutableRawPointer(node)
      switch node.pointee.type {
      case XML_ELEMENT_DECL:
        if let element = Self.element(declaration.assumingMemoryBound(to: xmlElement.self).pointee) {
          elements.append(element)
        }
      case XML_ATTRIBUTE_DECL:
        let attribute = declaration.assumingMemoryBound(to: xmlAttribute.self).pointee
        attributes[Self.text(attribute.elem), default: []].append(Self.attribute(attribute))
      default: break
      }
    }
    for index in elements.indices { elements[index].attributes = attributes[elements[index].name] ?? [] }
  }

  private static func element(_ declared: xmlElement) -> Element? {
    let content: DocumentTypeDefinition.Content? =
      switch declared.etype {
      case XML_ELEMENT_TYPE_EMPTY: .empty
      case XML_ELEMENT_TYPE_ANY: .any
      case XML_ELEMENT_TYPE_MIXED: .mixed(mixed(declared.content))
      case XML_ELEMENT_TYPE_ELEMENT: declared.content.map { .children(particle($0)) }
      default: nil
      }
    return content.map { Element(name: name(declared.prefix, declared.name), content: $0, attributes: []) }
  }

  /// The names beside `#PCDATA`: the first part of each choice, the rest of which is the second.
  private static func mixed(_ content: xmlElementContentPtr?) -> [String] {
    var names: [String] = []
    var next = content
    while let part = next?.pointee {
      if part.type == XML_ELEMENT_CONTENT_OR {
        if let first = part.c1?.pointee, first.type == XML_ELEMENT_CONTENT_ELEMENT {
          names.append(name(first.prefix, first.name))
        }
        next = part.c2
      } else {
        if part.type == XML_ELEMENT_CONTENT_ELEMENT { names.append(name(part.prefix, part.name)) }
        next = nil
      }
    }
    return names
  }

  /// libxml2 allows groups 128 levels deep; the parts of one group are a chain, which is followed by a loop.
  private static func particle(_ content: xmlElementContentPtr) -> Particle {
    let own = content.pointee
    guard own.type == XML_ELEMENT_CONTENT_SEQ || own.type == XML_ELEMENT_CONTENT_OR else {
      return .element(name(own.prefix, own.name), occurrence(own.ocur))
    }
    var parts: [Particle] = []
    var next: xmlElementContentPtr? = content
    while let link = next {
      // A group that occurs otherwise than once is a part by itself.
      guard link.pointee.type == own.type, link == content || link.pointee.ocur == XML_ELEMENT_CONTENT_ONCE else {
        parts.append(particle(link))
        break
      }
      if let first = link.pointee.c1 { parts.append(particle(first)) }
      next = link.pointee.c2
    }
    return own.type == XML_ELEMENT_CONTENT_SEQ
      ? .sequence(parts, occurrence(own.ocur)) : .choice(parts, occurrence(own.ocur))
  }

  private static func occurrence(_ occurrence: xmlElementContentOccur) -> DocumentTypeDefinition.Occurrence {
    switch occurrence {
    case XML_ELEMENT_CONTENT_OPT: .optional
    case XML_ELEMENT_CONTENT_MULT: .zeroOrMore
    case XML_ELEMENT_CONTENT_PLUS: .oneOrMore
    default: .once
    }
  }

  private static func attribute(_ declared: xmlAttribute) -> Attribute {
    let type: DocumentTypeDefinition.AttributeType =
      switch declared.atype {
      case XML_ATTRIBUTE_ID: .id
      case XML_ATTRIBUTE_IDREF: .idref
      case XML_ATTRIBUTE_IDREFS: .idrefs
      case XML_ATTRIBUTE_ENTITY: .entity
      case XML_ATTRIBUTE_ENTITIES: .entities
      case XML_ATTRIBUTE_NMTOKEN: .nmtoken
      case XML_ATTRIBUTE_NMTOKENS: .nmtokens
      case XML_ATTRIBUTE_ENUMERATION, XML_ATTRIBUTE_NOTATION: .tokens(tokens(declared.tree))
      default: .text
      }
    return Attribute(
      name: name(declared.prefix, declared.name), type: type, isRequired: declared.def == XML_ATTRIBUTE_REQUIRED,
      fixedValue: declared.def == XML_ATTRIBUTE_FIXED ? text(declared.defaultValue) : nil)
  }

  private static func tokens(_ first: xmlEnumerationPtr?) -> [String] {
    var tokens: [String] = []
    var next = first
    while let token = next?.pointee {
      tokens.append(text(token.name))
      next = token.next
    }
    return tokens
  }

  private static func name(_ prefix: UnsafePointer<xmlChar>?, _ local: UnsafePointer<xmlChar>?) -> String {
    prefix.map { String(cString: $0) + ":" + text(local) } ?? text(local)
  }

  private static func text(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}
