/// The register of a document as JSON-LD 1.1 (W3C Recommendation, 16 July 2020), with its context inside: nothing has to
/// be fetched to read it.
package struct JSONLDFormat: ExchangeFormat {
  package let name = "jsonld"
  package let summary = "JSON-LD of the registers: the statements of turtle (out only)"
  package let suffixes = [".jsonld"]
  package let isReadable = false

  package init() {}

  package func files(of document: StandoffDocument) -> [ExchangeFile] {
    var json = JSONWriter(lineDepth: 3)
    json.object { json in
      json.object("@context") { json in
        for (prefix, iri) in LinkedDataGraph.prefixes { json.member(prefix, iri) }
      }
      json.array("@graph") { json in
        for resource in LinkedDataGraph(document).resources { Self.write(resource, to: &json) }
      }
    }
    return [ExchangeFile(name: document.identifier + ".jsonld", bytes: json.bytes + Array("\n".utf8))]
  }

  package func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    throw ExchangeError(LinkedData.notRead, file: files.first?.name ?? "")
  }

  private static func write(_ resource: LinkedDataGraph.Resource, to json: inout JSONWriter) {
    json.object { json in
      json.member("@id", resource.iri)
      json.array("@type") { json in for name in resource.classes { json.string(name) } }
      for (predicate, objects) in resource.statements {
        json.array(predicate) { json in
          for object in objects {
            json.object { json in
              switch object {
              case .iri(let iri): json.member("@id", iri)
              case .literal(let text, let language, let datatype):
                json.member("@value", text)
                json.member("@language", unlessEmpty: language)
                json.member("@type", unlessEmpty: datatype)
              }
            }
          }
        }
      }
    }
  }
}
