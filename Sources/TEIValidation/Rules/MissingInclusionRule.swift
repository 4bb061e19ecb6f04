internal import XML

/// A file to be included by XInclude exists, unless there is a fallback.
public struct MissingInclusionRule: ValidationRule {
  public let codes = ["xinclude-missing"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    guard context.followsFiles else { return [] }
    return document.inclusions.compactMap { inclusion in
      guard let href = inclusion.element["href"], !inclusion.hasFallback else {
        return nil
      }
      guard let path = LocalReference.path(of: href, from: document.file) else {
        return Finding(
          .error, code: codes[0], "\"\(href)\" is not a local file; nothing is fetched", at: inclusion.element)
      }
      guard context.identifiers(path) == nil else { return nil }
      return Finding(.error, code: codes[0], "file \"\(path)\" to be included does not exist", at: inclusion.element)
    }
  }
}
