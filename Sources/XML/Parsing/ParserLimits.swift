internal import CLibXML2

/// What a parser may take in between two calls of ours: libxml2 compares the attributes of an element each with each, and
/// so the names of an enumeration, before it tells of them. Looked at when it asks for more bytes.
enum ParserLimits {
  /// What one element may have, and how many declarations of namespaces may be in scope.
  static let attributes = 5000
  /// How large a list of names may be in a declaration.
  static let declarationSize = 16 << 10

  /// What is too much, or nil.
  ///
  /// - Parameter last: The last bytes that were given, some more than ``declarationSize`` where there are so many.
  static func fault(of parser: xmlParserCtxt, last: UnsafeBufferPointer<UInt8>) -> String? {
    // The array for attributes, of five fields each, doubles; namespaces are counted by fields, of two each.
    if Int(parser.maxatts) > attributes * 2 * 5 { return tooManyAttributes }
    if Int(parser.nsNr) > attributes * 2 { return tooManyNamespaces }
    if parser.inSubset != 0, last.count > declarationSize, isList(last) {
      return "a list of names in the DTD is larger than \(declarationSize >> 10) KiB"
    }
    return nil
  }

  static let tooManyAttributes = "an element has more than \(attributes) attributes"
  static let tooManyNamespaces = "more than \(attributes) declarations of namespaces are in scope"

  /// Whether all the bytes belong to one list of names, as of an enumeration.
  private static func isList(_ last: UnsafeBufferPointer<UInt8>) -> Bool {
    !last.contains { byte in
      // What ends a declaration or an enumeration.
      byte == UInt8(ascii: ">") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    } && last.contains(UInt8(ascii: "|"))
  }
}
