internal import ArticleModel

/// Which of the rules are applied, by the codes of what they find.
///
///     let selection = try RuleSelection("pointers,dates,no-date-order")
public struct RuleSelection: Hashable, Sendable {
  /// The codes that are looked for.
  public let codes: Set<String>

  /// Every rule.
  public static let all = RuleSelection(codes: Set(RuleGroup.all.flatMap(\.codes)))
  /// No rule: documents are held to their schemas alone.
  public static let none = RuleSelection(codes: [])

  private init(codes: Set<String>) { self.codes = codes }

  /// Reads a list of names with commas between them: codes, groups, `all` and `none`; with `no-` before it a name is taken
  /// away. What comes later counts; a list that begins with `no-` begins with all.
  ///
  /// - Throws: ``UnknownRule`` for the first name that is none.
  public init(_ list: String) throws(UnknownRule) {
    let names = list.split(separator: ",").map { String($0.filter { $0 != " " }) }.filter { !$0.isEmpty }
    var codes: Set<String> = names.first?.hasPrefix(Self.exclusion) ?? true ? Self.all.codes : []
    for name in names {
      if name.hasPrefix(Self.exclusion) {
        codes.subtract(try Self.codes(of: String(name.dropFirst(Self.exclusion.count))))
      } else {
        codes.formUnion(try Self.codes(of: name))
      }
    }
    self.codes = codes
  }

  public var isEmpty: Bool { codes.isEmpty }

  public func contains(_ code: String) -> Bool { codes.contains(code) }

  func containsAny(of codes: String...) -> Bool { codes.contains { self.codes.contains($0) } }

  private static let exclusion = "no-"

  private static func codes(of name: String) throws(UnknownRule) -> Set<String> {
    if name == "all" { return all.codes }
    if name == "none" { return [] }
    if let group = RuleGroup.all.first(where: { $0.name == name }) { return Set(group.codes) }
    if all.codes.contains(name) { return [name] }
    let names = ["all", "none"] + RuleGroup.all.flatMap { [$0.name] + $0.codes }
    throw UnknownRule(name: name, nearest: NearestName.to(name, among: names))
  }
}

/// A name that is neither of a rule nor of a group of rules.
public struct UnknownRule: Error, CustomStringConvertible {
  public let name: String
  /// What may have been meant.
  public let nearest: String?

  public var description: String {
    "no rule or group of rules is called \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
  }
}

/// Rules that are about one thing.
public struct RuleGroup: Sendable {
  public let name: String
  public let meaning: String
  public let codes: [String]

  public static let all = [
    RuleGroup(
      name: "identifiers", meaning: "xml:id: unique in the file and in its corpus, well-formed",
      codes: ["id-duplicate", "id-name", "id-shared", "id-file"]),
    RuleGroup(
      name: "pointers", meaning: "what pointers lead to, and the prefixes that they use",
      codes: [
        "pointer-dangling", "pointer-file", "pointer-empty", "pointer-prefix", "prefix-pattern", "prefix-unmatched",
      ]),
    RuleGroup(
      name: "inclusions", meaning: "XInclude: the file, the element in it, no circles",
      codes: ["xinclude-missing", "xinclude-target", "xinclude-cycle"]),
    RuleGroup(
      name: "languages", meaning: "tags of languages: well-formed, and declared in langUsage",
      codes: ["language-tag", "language-undeclared"]),
    RuleGroup(
      name: "dates", meaning: "days that exist, spans that do not end before they begin",
      codes: ["date-order", "date-impossible"]),
    RuleGroup(
      name: "tables", meaning: "rows, columns and spans of cells", codes: ["table-size", "table-span"]),
    RuleGroup(
      name: "values", meaning: "certainties and identifying numbers", codes: ["cert-range", "idno-empty"]),
  ]
}
