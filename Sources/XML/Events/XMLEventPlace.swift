public import ArticleModel
internal import CLibXML2

/// Where an event stands, and which namespaces hold there. Valid during the call.
///
/// Making one costs nothing: what it says is worked out when it is asked for.
public struct XMLEventPlace {
  enum Kind { case startTag, endTag, text(count: Int), instruction, comment }

  unowned(unsafe) let parser: EventParser
  /// The parser of the file, or of an entity's text.
  let context: xmlParserCtxtPtr
  let kind: Kind
  /// The prefix of a start tag, in the parser's dictionary.
  var prefixText: UnsafePointer<UInt8>?

  /// The prefix with which a start tag names its element; nil without one, and for other events.
  public var prefix: String? { prefixText.map { String(cString: $0) } }

  /// The offset of the event in the text as UTF-8, without a byte-order mark: that of the tag's `<`.
  ///
  /// For what comes out of an entity, that of the reference. Exact for tags; of text, where references or line ends
  /// stand in it, it may be a place within.
  public var offset: Int { parser.offset(of: kind, in: context) }

  /// The line and column of ``offset``, both from 1, the column in Unicode code points.
  public var position: SourcePosition { position(at: offset) }

  /// The line and column of an earlier event of this document, given its ``offset``.
  ///
  /// One that has long gone by is looked up in the file again.
  public func position(at offset: Int) -> SourcePosition { parser.text.position(at: offset) }

  /// The namespace that a prefix stands for here: nil where it is not declared. The empty prefix asks for the default
  /// namespace, which is nil where there is none.
  public func namespace(ofPrefix prefix: String) -> String? {
    prefix == "xml" ? XMLNamespace.xml : parser.namespaces.namespace(ofPrefix: prefix)
  }
}
