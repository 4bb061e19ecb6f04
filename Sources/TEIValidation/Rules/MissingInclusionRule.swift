internal import XML

/// A file to be included by XInclude exists, unless there is a fallback; the element that is asked for is in it; and no
/// file takes in itself.
public struct MissingInclusionRule: ValidationRule {
  public let codes = ["xinclude-missing", "xinclude-target", "xinclude-cycle"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    guard context.followsFiles else { return [] }
    return document.inclusions.compactMap { inclusion in
      guard let href = inclusion.element["href"] else { return nil }
      guard let path = LocalReference.path(of: href, from: document.file) else {
        if inclusion.hasFallback { return nil }
        return Finding(
          .error, code: codes[0], "\"\(href)\" is not a local file; nothing is fetched", at: inclusion.element)
      }
      guard let identifiers = context.identifiers(path) else {
        if inclusion.hasFallback { return nil }
        return Finding(.error, code: codes[0], "file \"\(path)\" to be included does not exist", at: inclusion.element)
      }
      if inclusion.element["parse"] == "text" || href.isEmpty { return nil }
      if let target = inclusion.element["xpointer"] {
        // Other forms than an identifier are for who carries the inclusion out.
        guard !target.contains("("), !identifiers.contains(target) else { return nil }
        return Finding(
          .error, code: codes[1], "no element of \"\(path)\", which is to be included, has xml:id \"\(target)\"",
          at: inclusion.element)
      }
      guard context.takesIn(path, document.file) else { return nil }
      let way = path == document.file ? "itself" : "\"\(path)\", which includes it again"
      return Finding(.error, code: codes[2], "file includes \(way)", at: inclusion.element)
    }
  }
}
