internal import CLibXML2

/// The one-time setting up of libxml2.
enum Library {
  /// Reading this value, from any thread, makes sure that libxml2 is set up.
  static let isReady: Bool = {
    xmlInitParser()
    // Nothing is fetched, neither from the network nor from disk, but what a schema is being compiled from.
    xmlSetExternalEntityLoader(ResourceLoading.callback)
    teikit_silence_generic_errors()
    return true
  }()

  /// How deep elements may nest. No text of ours comes near it; it bounds the recursion of libxml2's validator.
  static let maximumDepth: Int32 = 2048

  /// What every parser is told. `HUGE` lifts the limits of 256 levels and of 10 MB a name or value, and with them the
  /// guard against entities that multiply: hence never `NOENT` beside it, and a check of our own (``EntityGuard``).
  static let parserOptions = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_HUGE.rawValue)
}

/// The namespaces that this target itself knows.
public enum XMLNamespace {
  /// The namespace of TEI P5.
  public static let tei = "http://www.tei-c.org/ns/1.0"
  /// The namespace of `xml:id`, `xml:lang`, `xml:base` and `xml:space`.
  public static let xml = "http://www.w3.org/XML/1998/namespace"
  /// The namespace of XInclude 1.0.
  public static let xinclude = "http://www.w3.org/2001/XInclude"
}
