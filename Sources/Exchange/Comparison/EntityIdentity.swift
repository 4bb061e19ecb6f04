import ArticleModel
import TEIText

/// What an annotation names, told so that two versions can be compared whose own identifiers differ.
struct EntityIdentity: Hashable {
  /// By authority identifiers, where there are any.
  var identifiers: Set<AuthorityIdentifier> = []
  /// The name in the register, in lower case; empty where the register has none.
  var name = ""
  /// As the annotation has it.
  var reference: String

  init(_ reference: String, in entities: [String: StandoffEntity]) {
    self.reference = reference
    if let known = AuthorityReference.of(reference) {
      identifiers.insert(AuthorityIdentifier(authority: known.authority, value: known.value))
    }
    let local = reference.lastIndex(of: "#").map { String(reference[reference.index(after: $0)...]) } ?? reference
    if let entity = entities[reference] ?? entities[local] {
      identifiers.formUnion(entity.identifiers)
      name = entity.name.lowercased()
    }
  }

  /// Whether both are the same entity: those that share an authority's identifier are, those with different identifiers of
  /// one authority are not; else names decide, and only where there are none the local identifiers do.
  func isSame(as other: Self) -> Bool {
    if !identifiers.isDisjoint(with: other.identifiers) { return true }
    let authorities = Set(identifiers.map(\.authority))
    if other.identifiers.contains(where: { authorities.contains($0.authority) }) { return false }
    if !name.isEmpty, !other.name.isEmpty { return name == other.name }
    return reference == other.reference
  }
}
