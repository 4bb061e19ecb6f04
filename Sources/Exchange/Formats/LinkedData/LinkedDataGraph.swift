import TEIText

/// The statements on a document and its entities, the same in every serialisation.
///
/// Entities have two classes: one of CIDOC CRM (ISO 21127), the ontology of the collections that a scholar joins them
/// with, and one of schema.org, which general tools know. Names are `rdfs:label` and `skos:altLabel`, with a language where the
/// register says one; what authorities
/// identify is the thing itself: `owl:sameAs`. Places have WGS 84 positions (`geo:lat`, `geo:long`). The document
/// `schema:mentions` what is named in it.
struct LinkedDataGraph {
  /// An object of a statement.
  enum Term: Hashable {
    case iri(String)
    /// - Parameters:
    ///   - language: BCP 47; empty for none.
    ///   - datatype: A prefixed name; empty for strings.
    case literal(String, language: String = "", datatype: String = "")
  }

  /// A subject with its classes and what is said of it, predicates as prefixed names.
  struct Resource {
    var iri: String
    var classes: [String]
    private(set) var statements: [(predicate: String, objects: [Term])] = []

    init(_ iri: String, _ classes: [String]) {
      self.iri = iri
      self.classes = classes
    }

    /// Says something; what has been said is not said again, and of no words nothing.
    mutating func state(_ predicate: String, _ object: Term) {
      if case .literal("", _, _) = object { return }
      if let index = statements.firstIndex(where: { $0.predicate == predicate }) {
        if !statements[index].objects.contains(object) { statements[index].objects.append(object) }
      } else {
        statements.append((predicate, [object]))
      }
    }
  }

  static let prefixes = [
    ("crm", "http://www.cidoc-crm.org/cidoc-crm/"), ("dcterms", "http://purl.org/dc/terms/"),
    ("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"), ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("schema", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]

  private(set) var resources: [Resource] = []

  init(_ document: StandoffDocument) {
    var text = Resource(IRI.valid(document.source), ["crm:E31_Document", "schema:CreativeWork"])
    text.state("dcterms:identifier", .literal(document.identifier))
    text.state("dcterms:title", .literal(document.title, language: Self.tag(document.language)))
    if document.language != "und" { text.state("schema:inLanguage", .literal(document.language)) }
    text.state("dcterms:date", Self.date(document.date))
    var named: Set<String> = []
    for annotation in document.annotations where !annotation.entity.isEmpty && named.insert(annotation.entity).inserted
    {
      text.state("schema:mentions", .iri(Self.iri(of: annotation.entity, in: document)))
    }
    resources.append(text)
    var seen: Set<String> = []
    for entity in document.entities where seen.insert(entity.id).inserted {
      resources.append(Self.resource(entity, in: document))
    }
  }

  /// Of what an authority identifies the IRI that it states, however the document refers to it.
  private static func iri(of entity: String, in document: StandoffDocument) -> String {
    let authority = AuthorityReference.of(entity).flatMap { Authority.iri($0.authority, $0.value) }
    return IRI.valid(authority ?? EntityIRI.iri(of: entity, in: document))
  }

  private static func resource(_ entity: StandoffEntity, in document: StandoffDocument) -> Resource {
    var resource = Resource(IRI.valid(EntityIRI.iri(of: entity.id, in: document)), classes(of: entity))
    func name(_ name: String) -> Term { .literal(name, language: tag(entity.languages[name] ?? "")) }
    resource.state("rdfs:label", name(entity.name))
    for variant in entity.variants { resource.state("skos:altLabel", name(variant)) }
    resource.state("schema:additionalType", .literal(entity.type))
    for identifier in entity.identifiers {
      if let iri = Authority.iri(identifier.authority, identifier.value) {
        resource.state("owl:sameAs", .iri(IRI.valid(iri)))
      } else {
        resource.state("dcterms:identifier", .literal("\(identifier.authority):\(identifier.value)"))
      }
    }
    resource.state("schema:birthDate", date(entity.birth))
    resource.state("schema:deathDate", date(entity.death))
    if let latitude = entity.latitude, let longitude = entity.longitude {
      resource.state("geo:lat", decimal(latitude))
      resource.state("geo:long", decimal(longitude))
    }
    return resource
  }

  private static func classes(of entity: StandoffEntity) -> [String] {
    switch CommonTypes.ours(entity.type) ?? CommonTypes.ours(entity.kind) {
    case "person": ["crm:E21_Person", "schema:Person"]
    case "organisation": ["crm:E74_Group", "schema:Organization"]
    case "country", "demonym": ["crm:E53_Place", "schema:Country"]
    case "settlement": ["crm:E53_Place", "schema:City"]
    case "region": ["crm:E53_Place", "schema:AdministrativeArea"]
    case "facility": ["crm:E53_Place", "schema:CivicStructure"]
    case "geography": ["crm:E53_Place", "schema:Landform"]
    case "place": ["crm:E53_Place", "schema:Place"]
    case "event": ["crm:E5_Event", "schema:Event"]
    case "law": ["crm:E73_Information_Object", "schema:Legislation"]
    case "work": ["crm:E73_Information_Object", "schema:CreativeWork"]
    case "product": ["crm:E71_Human-Made_Thing", "schema:Product"]
    case "programme": ["crm:E7_Activity", "schema:Project"]
    default: ["crm:E1_CRM_Entity", "schema:Thing"]
    }
  }

  // MARK: Literals

  private static func decimal(_ number: Double) -> Term {
    let text = String(number)
    return .literal(text, datatype: text.contains("e") ? "xsd:double" : "xsd:decimal")
  }

  /// A date by its precision (XML Schema Part 2, section 3.2.9); what is none of these as text.
  private static func date(_ text: String) -> Term {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }) else { return .literal(text) }
    switch parts.map(\.count) {
    case [4, 2, 2]: return .literal(text, datatype: "xsd:date")
    case [4, 2]: return .literal(text, datatype: "xsd:gYearMonth")
    case [4]: return .literal(text, datatype: "xsd:gYear")
    default: return .literal(text)
    }
  }

  /// A language as RDF takes it; none where it is not known.
  private static func tag(_ language: String) -> String {
    let parts = language.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { index, part in
      (1...8).contains(part.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || (index > 0 && $0.isNumber)) }
    }
    return isTag && language != "und" ? language : ""
  }
}
