public import ArticleModel
internal import XML
internal import XPath

/// Why a query found nothing, where that has a likely reason: a name that no document has, or has in another namespace, a
/// value that no attribute has.
public struct QueryHints {
  private let query: Query
  private var elements: Set<NameSurvey.MetName> = []
  private var attributes: Set<NameSurvey.MetName> = []
  private var metAsked: Set<XPathQuery.AskedName> = []
  private var values: [Int32: Set<String>] = [:]
  private var documents = 0

  public init(_ query: Query, _ surveys: [NameSurvey]) {
    self.query = query
    for survey in surveys {
      survey.flush()
      elements.formUnion(survey.elements)
      attributes.formUnion(survey.attributes)
      metAsked.formUnion(survey.metAsked)
      values.merge(survey.values) { $0.union($1) }
      documents += survey.documents
    }
  }

  /// What is likely to be wrong with the query, of which nothing was found, and with columns that have been empty for all
  /// results.
  ///
  /// - Parameters:
  ///   - isEmpty: Whether the query found nothing.
  ///   - emptyColumns: The names of the columns that never had a value.
  public func diagnostics(isEmpty: Bool, emptyColumns: Set<String>) -> [Diagnostic] {
    guard documents > 0 else { return [] }
    guard isEmpty else {
      return (query.columns + query.groups).filter { emptyColumns.contains($0.name) }.flatMap {
        names($0.expression, of: "column \"\($0.name)\": ")
      }
    }
    let named = names(query.expression, of: "")
    return named.isEmpty ? unknownValues : named
  }

  private func names(_ expression: XPathQuery, of subject: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var told: Set<XPathQuery.AskedName> = []
    for name in expression.names where !metAsked.contains(name) && told.insert(name).inserted {
      let asked = NameSurvey.MetName(
        namespace: query.names.namespace(of: name.name), local: query.names.local(of: name.name))
      found.append(name.isAttribute ? attribute(asked, subject) : element(asked, subject))
    }
    // Names that are met but in another namespace say why the others are missing.
    let namespaces = found.filter { $0.code == "query-namespace" }
    return namespaces.isEmpty ? found : Array(namespaces.prefix(1))
  }

  private var extent: String { documents == 1 ? "in the document" : "in \(documents) documents" }

  private func element(_ asked: NameSurvey.MetName, _ subject: String) -> Diagnostic {
    let others = elements.filter { $0.local == asked.local }.map(\.namespace).sorted()
    if let other = others.first {
      let meant = asked.namespace.isEmpty ? "no namespace" : "\"\(asked.namespace)\""
      let remedy =
        other.isEmpty
        ? "--no-namespace lets names without prefix mean that"
        : other == XMLNamespace.tei
          ? "\"tei:\(asked.local)\" means that"
          : "--namespace p=\(other) lets \"p:\(asked.local)\" mean that, --namespace =\(other) names without prefix"
      return Diagnostic(
        .warning, code: "query-namespace",
        "\(subject)element \"\(asked.local)\" is in \(other.isEmpty ? "no namespace" : "namespace \"\(other)\"") "
          + "\(extent), the query asks for it in \(meant); \(remedy)")
    }
    let all = Set(elements.map(\.local))
    if let near = NearName.of(asked.local, among: all) {
      return unknown("\(subject)no element is named \"\(asked.local)\" \(extent); did you mean \"\(near)\"?")
    }
    if attributes.contains(where: { $0.local == asked.local }) {
      return unknown(
        "\(subject)no element is named \"\(asked.local)\" \(extent), but attributes are; did you mean \"@\(asked.local)\"?"
      )
    }
    return unknown("\(subject)no element is named \"\(asked.local)\" \(extent)")
  }

  private func attribute(_ asked: NameSurvey.MetName, _ subject: String) -> Diagnostic {
    let shown = (asked.namespace == XMLNamespace.xml ? "xml:" : "") + asked.local
    let isXML = attributes.contains(NameSurvey.MetName(namespace: XMLNamespace.xml, local: asked.local))
    if asked.namespace.isEmpty, isXML {
      return unknown(
        "\(subject)no attribute is named \"\(shown)\" \(extent); did you mean \"@xml:\(asked.local)\"?")
    }
    if !asked.namespace.isEmpty, attributes.contains(NameSurvey.MetName(namespace: "", local: asked.local)) {
      return unknown("\(subject)no attribute is named \"\(shown)\" \(extent); did you mean \"@\(asked.local)\"?")
    }
    if let near = NearName.of(asked.local, among: Set(attributes.map(\.local))) {
      return unknown("\(subject)no attribute is named \"\(shown)\" \(extent); did you mean \"@\(near)\"?")
    }
    if elements.contains(where: { $0.local == asked.local }) {
      return unknown(
        "\(subject)no attribute is named \"\(shown)\" \(extent), but elements are; did you mean \"\(asked.local)\"?")
    }
    return unknown("\(subject)no attribute is named \"\(shown)\" \(extent)")
  }

  private func unknown(_ message: String) -> Diagnostic { Diagnostic(.warning, code: "query-name", message) }

  private var unknownValues: [Diagnostic] {
    query.expression.values.compactMap { attribute, value in
      let all = values[attribute] ?? []
      guard !all.isEmpty, !all.contains(value) else { return nil }
      let name = query.names.local(of: attribute)
      let near = NearName.of(value, among: all).map { "; did you mean \"\($0)\"?" }
      let some = all.count <= 8 ? "; expected " + all.sorted().map { "\"\($0)\"" }.joined(separator: ", ") : ""
      return Diagnostic(
        .warning, code: "query-value", "no attribute \"\(name)\" is \"\(value)\" \(extent)\(near ?? some)")
    }
  }
}
