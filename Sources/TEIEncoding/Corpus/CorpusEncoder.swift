public import XML

/// Writes the root of an archive: `teiCorpus` with a header of its own and an XInclude for each document.
public struct CorpusEncoder: Sendable {
  public var options: EncodingOptions

  public init(options: EncodingOptions = EncodingOptions()) { self.options = options }

  /// The root that takes in documents by the names of their files, which lie in the same folder.
  ///
  /// - Parameter entities: What the documents share, in the order in which it is to be written within each kind.
  public func encode(documents: [String], entities: [CorpusEntry] = []) -> XMLDocument {
    let builder = XMLTreeBuilder(
      root: "teiCorpus", namespace: TEIEncoder.namespace,
      additionalNamespaces: [(prefix: "xi", uri: "http://www.w3.org/2001/XInclude")])
    builder.processingInstruction(
      "xml-model",
      "href=\"\(options.schema)\" type=\"application/xml\" schematypens=\"http://relaxng.org/ns/structure/1.0\"")
    builder.attribute("xml:id", "corpus")
    let tree = IndentedTree(builder)
    tree.deeper {
      tree.container("teiHeader") { header(documents.count, tree) }
      standOff(entities, tree)
      for document in documents {
        tree.newline()
        builder.open("include", prefix: "xi")
        builder.attribute("href", Self.reference(to: document))
        builder.close()
      }
    }
    tree.newline()
    builder.close()
    return builder.finish()
  }

  private func standOff(_ entities: [CorpusEntry], _ tree: IndentedTree) {
    guard !entities.isEmpty else { return }
    var targets: [String: [String]] = [:]
    let entries = entities.map { entity in
      targets[entity.id] = entity.places.map { "\(Self.reference(to: $0.file))#\($0.id)" }
      return EntityRegister.Entry(entity: entity.entity, local: entity.id)
    }
    tree.container("standOff") {
      StandOffEncoder(entries: entries, annotations: [], tree: tree, document: "corpus", targets: targets).encode()
    }
  }

  private func header(_ count: Int, _ tree: IndentedTree) {
    tree.container("fileDesc") {
      tree.container("titleStmt") {
        tree.leaf("title", [("type", "main")], text: "Corpus of annotated articles")
        tree.container("respStmt") {
          tree.leaf("resp", text: "structure read and entities annotated by program")
          tree.leaf("name", [("xml:id", "corpus.\(Program.name)"), ("type", "software")], text: Program.name)
        }
      }
      tree.container("extent") {
        tree.leaf("measure", [("unit", "texts"), ("quantity", String(count))], text: "\(count) texts")
      }
      tree.container("publicationStmt") {
        tree.leaf("distributor", text: "not stated")
        tree.container("availability", [("status", "unknown")]) {
          tree.leaf("p", text: "Each text states its own.")
        }
      }
      tree.container("sourceDesc") {
        tree.leaf("p", text: "Plain-text articles; each text describes its source.")
      }
    }
    tree.container("encodingDesc") {
      tree.container("appInfo") {
        tree.container("application", [("ident", Program.name), ("version", Program.version)]) {
          tree.leaf("label", text: Program.name)
        }
      }
      tree.container("classDecl") { TaxonomyEncoder(identifier: "corpus", tree: tree).encode(hasColumns: false) }
    }
  }

  /// A file name as a relative reference: what a URI does not admit, and a colon, percent-encoded (RFC 3986).
  static func reference(to name: String) -> String {
    var reference = ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D, 0x40:
        reference.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        reference += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return reference
  }
}
