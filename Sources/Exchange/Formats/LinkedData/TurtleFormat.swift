/// The register of a document as Turtle (RDF 1.1 Turtle; W3C Recommendation, 25 February 2014).
package struct TurtleFormat: ExchangeFormat {
  package let name = "turtle"
  package let summary = "Turtle of the registers, for triple stores: CIDOC CRM, schema.org, owl:sameAs (out only)"
  package let suffixes = [".ttl"]
  package let isReadable = false
  package let isConcatenable = true

  package init() {}

  package func files(of document: StandoffDocument) -> [ExchangeFile] {
    var text = ""
    for (prefix, iri) in LinkedDataGraph.prefixes { text += "@prefix \(prefix): <\(iri)> .\n" }
    for resource in LinkedDataGraph(document).resources {
      text += "\n<\(resource.iri)> a \(resource.classes.joined(separator: ", "))"
      for (predicate, objects) in resource.statements {
        text += " ;\n  \(predicate) \(objects.map(Self.term).joined(separator: ", "))"
      }
      text += " .\n"
    }
    return [ExchangeFile(name: document.identifier + ".ttl", bytes: Array(text.utf8))]
  }

  package func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    throw ExchangeError(LinkedData.notRead, file: files.first?.name ?? "")
  }

  private static func term(_ term: LinkedDataGraph.Term) -> String {
    switch term {
    case .iri(let iri): return "<\(iri)>"
    case .literal(let text, let language, let datatype):
      var literal = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": literal += "\\" + String(scalar)
        case "\n": literal += "\\n"
        case "\r": literal += "\\r"
        case "\t": literal += "\\t"
        default: literal.unicodeScalars.append(scalar)
        }
      }
      literal += "\""
      return literal + (language.isEmpty ? datatype.isEmpty ? "" : "^^" + datatype : "@" + language)
    }
  }
}

enum LinkedData {
  static let notRead = "statements on entities are not imported; expected a format with a text and its annotations"
}
