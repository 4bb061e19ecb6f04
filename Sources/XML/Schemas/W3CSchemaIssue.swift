internal import CLibXML2

/// What libxml2 says of a document that is not valid against a W3C XML Schema.
package struct W3CSchemaIssue: Hashable, Sendable {
  /// Which kind of rule is broken (XML Schema Part 1, appendix C).
  package enum Rule: Hashable, Sendable {
    case elementNotExpected, childMissing, rootUnknown, elementUnknown
    case textNotAllowed, elementContentNotAllowed
    case attributeNotAllowed, attributeMissing
    case value, fixedValue
    case uniqueness
    /// Of `xsi:type`, `xsi:nil` and abstract types.
    case type
    case other
    /// libxml2 gave up.
    case failure
  }

  package var rule: Rule
  /// The element that it is about, by its local name.
  package var element: String?
  /// The attribute that it is about, by its local name.
  package var attribute: String?
  /// What is said, in the manner of our messages, without its subject.
  package var text: String
  /// Names of elements that were expected; at most ten.
  package var expected: [String]
  /// The value that was found, where there is one.
  package var value: String?
  /// The limit, pattern or list that the value does not keep to.
  package var limit: String?
  /// The facet that a value breaks: `pattern`, `enumeration`, `minLength` …
  package var facet: String?

  /// Whether a key is there twice, or not where it is referred to; not where a part of it is missing.
  package var isAboutValues: Bool { text.hasPrefix("duplicate") || text.hasPrefix("no match") }

  init(_ error: xmlError) {
    let text = error.message.map { String(cString: $0) } ?? ""
    let message = LibraryMessage(text)
    rule = Self.rule(UInt32(bitPattern: error.code), message)
    element = message.element
    attribute = message.attribute
    if rule == .attributeMissing, let name = message.quoted("The attribute '") { attribute = name }
    if rule == .attributeNotAllowed, attribute == nil { attribute = message.quoted("The attribute '") }
    self.text = message.cleanBody
    expected = message.expectedNames
    facet = message.quoted("[facet '")
    let strings = [error.str1, error.str2, error.str3].map { $0.map { String(cString: $0) } }
    switch facet {
    case nil:
      value = rule == .value || rule == .fixedValue ? strings[0] : nil
      limit = rule == .fixedValue ? strings[1] : nil
    case "length", "minLength", "maxLength":
      // Of an attribute the value, how long it is, and how long it may be; of an element without the value.
      limit = strings[2] ?? strings[1]
      value = strings[2] == nil ? nil : strings[0]
    default:
      value = strings[0]
      limit = strings[1]
    }
  }

  /// The codes for datatypes and facets.
  private static let values =
    XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1.rawValue...XML_SCHEMAV_CVC_ENUMERATION_VALID.rawValue

  private static func rule(_ code: UInt32, _ message: LibraryMessage) -> Rule {
    switch xmlParserErrors(code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
      message.body.hasPrefix("Missing") ? .childMissing : .elementNotExpected
    case XML_SCHEMAV_CVC_ELT_1: message.body.contains("root") ? .rootUnknown : .elementUnknown
    case XML_SCHEMAV_CVC_WILDCARD: message.attribute == nil ? .elementUnknown : .attributeNotAllowed
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_ELT_3_2_1:
      message.body.hasPrefix("Element") ? .elementContentNotAllowed : .textNotAllowed
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: .textNotAllowed
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2: .elementContentNotAllowed
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, XML_SCHEMAV_CVC_TYPE_3_1_1:
      .attributeNotAllowed
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: .attributeMissing
    case XML_SCHEMAV_CVC_AU, XML_SCHEMAV_CVC_ELT_5_2_2_2_1, XML_SCHEMAV_CVC_ELT_5_2_2_2_2: .fixedValue
    case XML_SCHEMAV_CVC_IDC: .uniqueness
    case XML_SCHEMAV_CVC_ELT_2, XML_SCHEMAV_CVC_ELT_3_1, XML_SCHEMAV_CVC_ELT_4_2, XML_SCHEMAV_CVC_ELT_4_3,
      XML_SCHEMAV_CVC_TYPE_2:
      .type
    case XML_SCHEMAV_INTERNAL: .failure
    default: values ~= code ? .value : .other
    }
  }
}

extension LibraryMessage {
  /// What stands between a phrase that ends with a quote and the next quote, without its namespace.
  func quoted(_ phrase: String) -> String? {
    guard body.hasPrefix(phrase) else { return nil }
    return Self.name(body.dropFirst(phrase.count))?.0
  }
}
