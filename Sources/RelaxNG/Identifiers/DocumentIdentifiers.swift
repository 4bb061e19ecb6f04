/// The identifiers of a document, kept by one who reads its events, so that validators of the same events need not keep
/// them too.
package final class DocumentIdentifiers {
  /// Says a text's fingerprint, which is never 0.
  let fingerprint: (UnsafeBufferPointer<UInt8>) -> UInt64
  private var given = FingerprintSet()
  /// What the element gave whose start tag is being read, and whether it was new; 0 where it gave none.
  private var last: (fingerprint: UInt64, isNew: Bool) = (0, true)

  package init(fingerprint: @escaping (UnsafeBufferPointer<UInt8>) -> UInt64) { self.fingerprint = fingerprint }

  /// To be called for each start tag, before its identifier is entered and before a validator sees it.
  package func startElement() { last.fingerprint = 0 }

  /// Enters the identifier of the element; false where another had it.
  package func enter(_ identifier: UnsafeBufferPointer<UInt8>) -> Bool {
    last.fingerprint = fingerprint(identifier)
    last.isNew = given.insert(last.fingerprint)
    return last.isNew
  }

  package func contains(_ fingerprint: UInt64) -> Bool { given.contains(fingerprint) }

  /// Gives the identifiers away.
  package func take() -> FingerprintList { given.take() }

  /// Whether the element's identifier is new; nil where it has another.
  func isNew(_ identifier: Bytes) -> Bool? { fingerprint(identifier) == last.fingerprint ? last.isNew : nil }
}
