import TEIValidation
import XML

extension ArchiveIdentifiers {
  /// A digest of all that the rules for links may learn about other files when they look at a file.
  func linkKey(of summary: DocumentSummary, _ suspects: Suspects, file: String) -> ContentDigest {
    var digesting = Digesting()
    digesting.update(UInt64(suspects.shared.count))
    for identifier in suspects.shared.sorted() {
      digesting.update(identifier)
      digesting.update(owner(of: identifier, beside: file) ?? "")
    }
    for path in summary.files.keys.sorted() {
      digesting.update(path)
      let place = LocalReference.path(of: path, from: file)
      let target = place.flatMap(identifierDigest)
      digesting.update(place == nil ? 0 : target == nil ? 1 : 2)
      digesting.update(target?.high ?? 0)
      digesting.update(target?.low ?? 0)
    }
    for href in summary.inclusions {
      digesting.update(href)
      digesting.update(LocalReference.path(of: href, from: file).map { exists($0) ? 2 : 1 } ?? 0)
    }
    return digesting.finish()
  }
}
