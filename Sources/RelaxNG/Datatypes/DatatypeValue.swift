internal import XML

/// A value that a schema asks for, compared as its datatype says (section 6.2.9).
final class DatatypeValue: Sendable {
  let datatype: Datatype
  /// The text in the schema, normalised.
  let text: [UInt8]
  private let value: TypedValue

  /// nil where the text is none of the datatype.
  init?(_ datatype: Datatype, _ text: String, _ namespaces: PrefixLookup) {
    var text = text
    let parsed = text.withUTF8 { bytes -> ([UInt8], TypedValue)? in
      guard datatype.allows(bytes, namespaces) else { return nil }
      let normalized =
        switch datatype.type {
        case .string: Array(bytes)
        case .normalizedString: bytes.map { $0.isXMLSpace ? 0x20 : $0 }
        default: bytes.collapsed
        }
      let value = normalized.withUnsafeBufferPointer { TypedValue($0, datatype.type, namespaces) }
      return value.map { (normalized, $0) }
    }
    guard let parsed else { return nil }
    self.datatype = datatype
    (self.text, value) = parsed
  }

  /// Whether a text in a document has this value.
  func matches(_ bytes: Bytes, _ namespaces: PrefixLookup) -> Bool {
    switch datatype.type.family {
    case .text, .list:
      return text.withUnsafeBufferPointer { own in
        switch datatype.type {
        case .string: bytes.isEqual(to: own)
        case .normalizedString:
          bytes.count == own.count && zip(bytes, own).allSatisfy { ($0.isXMLSpace ? 0x20 : $0) == $1 }
        default: bytes.collapses(to: own)
        }
      }
    default:
      guard datatype.allows(bytes, namespaces) else { return false }
      return TypedValue(bytes.trimmed, datatype.type, namespaces) == value
    }
  }

  /// What makes two values of a schema the same pattern.
  struct Key: Hashable {
    var type: BuiltinType
    var library: DatatypeLibrary
    var text: [UInt8]
    var value: TypedValue
  }

  var key: Key { Key(type: datatype.type, library: datatype.library, text: text, value: value) }
}
