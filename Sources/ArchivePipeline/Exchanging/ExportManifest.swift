public import Exchange
import TEIEncoding

/// What an export wrote, in `teikit-export.json` at the top of its folder: import tells by it what has changed since.
///
///     {
///       "program": "teikit 0.1.0",
///       "format": "brat",
///       "options": {"type": "person place", "min-cert": "0.5"},
///       "documents": [
///         {"document": "ferry", "name": "ferry", "tei": "2024/ferry.xml", "sha256": "…",
///          "files": [{"name": "ferry.ann", "sha256": "…"}, {"name": "ferry.txt", "sha256": "…"}],
///          "text": "…", "annotations": "6\\t12\\tferry.m.1\\tperson\\tpersName\\n…"}
///       ],
///       "common": [{"name": "annotation.conf", "sha256": "…"}]
///     }
///
/// A file whose digest is that of the manifest is as it was exported. A TEI file whose digest is another has changed
/// since the export: what of its annotations has, `text` and
/// `annotations` tell (`ExportedState`). Of a `teiCorpus` each `TEI` is a document, with the same `tei`.
public struct ExportManifest: Hashable, Sendable {
  public static let fileName = "teikit-export.json"

  /// A file of the export.
  public struct File: Hashable, Sendable {
    /// Relative to the folder of the export, with slashes.
    public var name: String
    /// SHA-256 in hexadecimal digits.
    public var digest: String
  }

  public struct Document: Hashable, Sendable {
    /// The document's label in the archive: the `xml:id` of its `TEI`, or the name of its file.
    public var label: String
    /// What its files are named after, and how the format calls it (``StandoffDocument/identifier``): the label, or the
    /// label with folders or a number where several documents have it.
    public var name: String
    /// The TEI file, relative to the folder that was exported, with slashes.
    public var tei: String
    /// SHA-256 of the bytes of the TEI file.
    public var digest: String
    public var files: [File]
    /// nil in manifests of versions that did not keep it, and for formats that go one way only.
    public var state: State?
  }

  /// What a document was when it was exported: import tells by it what of the TEI has changed since.
  public struct State: Hashable, Sendable {
    /// SHA-256 of the text without white space.
    public var text: String
    /// The annotations that were exported, a line each.
    public var annotations: String
  }

  public var program: String
  /// ``ExchangeFormat/name``.
  public var format: String
  /// The options that decide what is written, as on the command line, without their hyphens.
  public var options: [String: String]
  public var documents: [Document]
  /// What stands beside the documents.
  public var common: [File]

  public init(format: String, options: [String: String]) {
    program = "\(Program.name) \(Program.version)"
    self.format = format
    self.options = options
    documents = []
    common = []
  }
}

extension ExportManifest {
  /// How many documents of the same file have a document's label before it, for each document.
  var ordinals: [Int] {
    var counts: [[String]: Int] = [:]
    return documents.map { document in
      let count = counts[[document.tei, document.label], default: 0]
      counts[[document.tei, document.label]] = count + 1
      return count
    }
  }

  public var bytes: [UInt8] {
    var json = JSONWriter(lineDepth: 2)
    json.object { json in
      json.member("program", program)
      json.member("format", format)
      json.object("options") { json in for (name, value) in options.sorted(by: <) { json.member(name, value) } }
      json.array("documents") { json in
        for document in documents {
          json.object { json in
            json.member("document", document.label)
            json.member("name", document.name)
            json.member("tei", document.tei)
            json.member("sha256", document.digest)
            write(document.files, as: "files", to: &json)
            if let state = document.state {
              json.member("text", state.text)
              json.member("annotations", state.annotations)
            }
          }
        }
      }
      write(common, as: "common", to: &json)
    }
    return json.bytes + Array("\n".utf8)
  }

  private func write(_ files: [File], as name: String, to json: inout JSONWriter) {
    json.array(name) { json in
      for file in files {
        json.object { json in
          json.member("name", file.name)
          json.member("sha256", file.digest)
        }
      }
    }
  }

  /// Reads a manifest.
  ///
  /// - Parameter path: What to call it in errors.
  /// - Throws: `ExchangeError`.
  public init(_ bytes: [UInt8], path: String) throws(ExchangeError) {
    let root = try JSONReader.read(bytes, file: path)
    guard let format = try root.string("format") else { throw root.fault("there is no \"format\" in the manifest") }
    self.init(format: format, options: [:])
    program = try root.string("program") ?? ""
    for (name, value) in root["options"]?.members ?? [] { options[name] = value.text }
    for node in try root.array("documents") {
      guard let label = try node.string("document"), let tei = try node.string("tei"),
        let digest = try node.string("sha256")
      else { throw node.fault("the document is not whole; expected \"document\", \"tei\", \"sha256\" and \"files\"") }
      documents.append(
        Document(
          label: label, name: try node.string("name") ?? label, tei: tei, digest: digest,
          files: try Self.files(node, "files"), state: try Self.state(node)))
    }
    common = try Self.files(root, "common")
  }

  private static func state(_ node: JSONNode) throws(ExchangeError) -> State? {
    guard let text = try node.string("text"), let annotations = try node.string("annotations") else { return nil }
    return State(text: text, annotations: annotations)
  }

  private static func files(_ node: JSONNode, _ name: String) throws(ExchangeError) -> [File] {
    var files: [File] = []
    for file in try node.array(name) {
      guard let name = try file.string("name"), let digest = try file.string("sha256") else {
        throw file.fault("the file is not whole; expected \"name\" and \"sha256\"")
      }
      files.append(File(name: name, digest: digest))
    }
    return files
  }
}
