import TEIValidation
import XML

extension ArchiveIdentifiers {
  /// A digest of all that the rules for links may learn about other files when they look at a file.
  func linkKey(of summary: DocumentSummary, _ suspects: Suspects, file: String) -> ContentDigest {
    var digesting = Digesting()
    digesting.update(suspects.hasElements ? 1 : 0)
    for numbers in [suspects.duplicates, suspects.pointers] { digesting.update(numbers) }
    for words in [suspects.prefixes, suspects.languages] {
      digesting.update(UInt64(words.count))
      for word in words.sorted() { digesting.update(word) }
    }
    digesting.update(UInt64(suspects.shared.count))
    for identifier in suspects.shared.sorted() {
      digesting.update(identifier)
      digesting.update(owner(of: identifier, beside: file) ?? "")
    }
    for path in summary.files.keys.sorted() {
      digesting.update(path)
      let place = LocalReference.path(of: path, from: file)
      digesting.update(place)
      digesting.update(place.flatMap(identifierDigest))
      switch suspects.files[path] {
      case nil: digesting.update(0)
      case .everything: digesting.update(1)
      case .identifiers(let lacking): digesting.update(lacking)
      }
    }
    for inclusion in summary.inclusions {
      digesting.update(inclusion.href)
      let place = LocalReference.path(of: inclusion.href, from: file)
      digesting.update(place)
      digesting.update(place.map { exists($0) ? 2 : 1 } ?? 0)
      digesting.update(isFault(inclusion, in: file) ? 1 : 0)
    }
    return digesting.finish()
  }
}

extension Digesting {
  fileprivate mutating func update(_ numbers: Set<UInt64>) {
    update(UInt64(numbers.count))
    for number in numbers.sorted() { update(number) }
  }

  fileprivate mutating func update(_ text: String?) {
    update(text == nil ? 0 : 1)
    if let text { update(text) }
  }

  fileprivate mutating func update(_ digest: ContentDigest?) {
    update(digest == nil ? 0 : 1)
    if let digest {
      update(digest.high)
      update(digest.low)
    }
  }
}
