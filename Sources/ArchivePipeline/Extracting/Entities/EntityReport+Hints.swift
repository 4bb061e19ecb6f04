public import ArticleModel
import Extraction
import TEIText

extension EntityReport {
  /// Why there may be nothing, or nothing in a column.
  public var hints: [Diagnostic] {
    let fileCount = findings.fileCount
    guard fileCount > 0 else { return [] }
    guard findings.count == 0 else { return authorityHints + mapHints }
    let request = mentions.request
    var asked = (request.types ?? []).sorted().map { "'--type \($0)'" }
    if let condition = request.condition { asked.append("'--where \(condition.text)'") }
    if request.minimumCertainty > 0 { asked.append("'--min-cert \(request.minimumCertainty)'") }
    let extent = fileCount == 1 ? "the file" : "\(fileCount) files"
    guard !asked.isEmpty else {
      return [Diagnostic(.warning, code: "extract-empty", "no name, date, number or measure is marked in \(extent)")]
    }
    var message = "no mention in \(extent) is as \(asked.joined(separator: " and ")) asks"
    if let types = request.types, types.isDisjoint(with: findings.metTypes) {
      message += NearName.suggestion(for: types.sorted(), among: findings.metTypes)
    }
    return [Diagnostic(.warning, code: "extract-empty", message)] + mentions.conditionHints
  }

  private var mapHints: [Diagnostic] {
    guard findings.lacksCoordinates else { return [] }
    let message = "no entity has coordinates, and the map is empty; expected \"geo\" in the entries of places"
    return [Diagnostic(.warning, code: "extract-empty", message)]
  }

  private var authorityHints: [Diagnostic] {
    guard case .mentions(let columns) = content else { return authorities(asked: askedAuthorities) }
    return authorities(
      asked: columns.compactMap { column in if case .authority(let name) = column { name } else { nil } })
  }

  private var askedAuthorities: [String] { if case .entities(let names) = content { names } else { [] } }

  private func authorities(asked: [String]) -> [Diagnostic] {
    asked.filter { !findings.authorities.contains(AuthorityReference.authority(named: $0)) }.map { name in
      Diagnostic(
        .warning, code: "extract-authority",
        "no entity has an identifier of '--authority \(name)'"
          + NearName.suggestion(for: [name], among: findings.authorities))
    }
  }
}
