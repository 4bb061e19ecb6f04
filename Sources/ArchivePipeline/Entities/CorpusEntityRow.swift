public import EntityLinking

extension CorpusEntity {
  /// The columns of ``row``.
  public static let columns = ["id", "type", "name", "variants", "identifiers", "mentions", "documents"]

  /// The entity as a row under ``columns``; what a column has several of is parted by semicolons.
  public var row: [String] {
    [
      id, entity.type.rawValue, entity.name, entity.variants.joined(separator: "; "),
      entity.identifiers.map { "\($0.authority):\($0.value)" }.joined(separator: "; "), String(mentions),
      String(documents),
    ]
  }
}
