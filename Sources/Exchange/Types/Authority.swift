import TEIText

/// What authorities call the things that they identify, as IRIs of linked data.
package enum Authority {
  /// The IRI of the thing itself, as the authority states it; nil for authorities without IRIs, as codes of ISO.
  package static func iri(_ authority: String, _ value: String) -> String? {
    if IRI.hasScheme(value), value.contains("/") { return value }
    guard let parts = AuthorityReference.iriParts(authority, value) else { return nil }
    return parts.before + IRI.path(IRI.decode(parts.value) ?? parts.value) + parts.after
  }
}
