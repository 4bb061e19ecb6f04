import ArticleModel
import Exchange
import TEIText
import XML

/// The registers of entities that stand in other files than the documents which refer to them: the lists beside a corpus,
/// as ParlaMint's, that the corpus takes in by XInclude, and files that references name.
///
/// Nothing is read before a reference asks for it, and each file once. Nothing is fetched.
final class VersionRegisters: @unchecked Sendable {
  private let files: [InputFile]
  private let lock = Lock()
  /// By absolute path: what a file declares with the lists that it takes in, and each file by itself.
  private var known: [String: [String: StandoffEntity]] = [:]
  private var read: [String: Register] = [:]
  /// The files of the version that are no single documents, by their folders.
  private var shared: [String: [String]]?

  private struct Register {
    var entities: [StandoffEntity] = []
    /// The lists that it takes in.
    var lists: [String] = []
  }

  /// Larger files are texts, not registers. A hundred thousand persons take 50 MB.
  private static let maximumSize = 128 << 20

  init(_ files: [InputFile]) { self.files = files }

  /// Gives a document the entries of other files that its annotations refer to, under the names that they are referred to by.
  func complete(_ document: inout StandoffDocument, at path: String) {
    var declared = Set(document.entities.map(\.id))
    for annotation in document.annotations where !annotation.entity.isEmpty {
      let reference = annotation.entity
      guard declared.insert(reference).inserted, var entity = entity(reference, from: path) else { continue }
      entity.id = reference
      document.entities.append(entity)
    }
  }

  private func entity(_ reference: String, from path: String) -> StandoffEntity? {
    guard let hash = reference.lastIndex(of: "#") else {
      // What has a scheme is an address, not an identifier.
      return reference.contains(":") ? nil : lock.withLock { declared(reference, from: path) }
    }
    let identifier = String(reference[reference.index(after: hash)...])
    guard let file = LocalReference.file(String(reference[..<hash]), from: path) else { return nil }
    return lock.withLock { entries(of: file)[identifier] }
  }

  /// The entry in the nearest folder, from that of the document upwards, in whose files one is.
  private func declared(_ identifier: String, from path: String) -> StandoffEntity? {
    let shared = self.shared ?? findShared()
    self.shared = shared
    guard !shared.isEmpty else { return nil }
    let own = Path.absolute(path)
    var folder = Path.folder(of: own)
    while true {
      // Of its own file a document knows all entries.
      for file in shared[folder] ?? [] where file != own {
        if let entity = entries(of: file)[identifier] { return entity }
      }
      let above = Path.folder(of: folder)
      guard above != folder else { return nil }
      folder = above
    }
  }

  private func findShared() -> [String: [String]] {
    var shared: [String: [String]] = [:]
    for file in files.map({ Path.absolute($0.path) }) where RootElement.isOfRegister(file) {
      shared[Path.folder(of: file), default: []].append(file)
    }
    return shared
  }

  private func entries(of file: String) -> [String: StandoffEntity] {
    if let entries = known[file] { return entries }
    var entries: [String: StandoffEntity] = [:]
    // Lists may take in lists.
    var (waiting, met) = ([file], Set([file]))
    while let next = waiting.popLast() {
      let register = read[next] ?? Self.register(next)
      read[next] = register
      for entity in register.entities where entries[entity.id] == nil { entries[entity.id] = entity }
      waiting += register.lists.reversed().filter { met.insert($0).inserted }
    }
    known[file] = entries
    return entries
  }

  private static func register(_ file: String) -> Register {
    guard FileSystem.kind(of: file) == .file, let bytes = try? FileSystem.read(file, limit: maximumSize),
      let table = try? XMLNodeTable(parsing: bytes, name: file, names: XMLNodeNames())
    else { return Register() }
    return Register(
      entities: StandoffDeclarations(table).entities(in: 0..<Int32(table.kinds.count), or: []),
      lists: included(in: table, of: file))
  }

  /// What a corpus takes in of lists.
  private static func included(in table: XMLNodeTable, of file: String) -> [String] {
    table.allElements.filter { $0.name == "include" && $0.namespace == "http://www.w3.org/2001/XInclude" }
      .compactMap { $0["href"].flatMap { LocalReference.file($0, from: file) } }
      .filter(RootElement.isOfRegister)
  }
}

/// References to files beside a document.
private enum LocalReference {
  /// The absolute path of a file that a reference names; nil for what is no path of an XML file.
  static func file(_ reference: String, from document: String) -> String? {
    guard let path = IRI.decode(reference), !IRI.hasScheme(path), Path.fileExtension(of: path) == "xml" else {
      return nil
    }
    return Path.absolute(path.hasPrefix("/") ? path : Path.join(Path.folder(of: Path.absolute(document)), path))
  }
}

/// What a file begins with.
private enum RootElement {
  /// How far is looked for the first start tag, in bytes.
  private static let limit = 16 << 10

  /// Whether a file is a corpus or a list, not a document (TEI P5, chapters 4.5 and 14.3).
  static func isOfRegister(_ path: String) -> Bool {
    guard FileSystem.kind(of: path) == .file, let start = try? FileSystem.start(of: path, limit: limit),
      let name = name(in: start)
    else { return false }
    let local = name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
    return local == "teiCorpus" || local == "standOff" || local.hasPrefix("list")
  }

  /// The name in the first start tag, behind comments, instructions and a declaration of the document type.
  private static func name(in bytes: [UInt8]) -> String? {
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(open + 1)...]
      switch rest.first {
      case UInt8(ascii: "?"): rest = rest[(rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex)...]
      case UInt8(ascii: "!"):
        let isComment = rest.starts(with: "!--".utf8)
        let end =
          isComment ? rest.firstRange(of: Array("-->".utf8))?.upperBound : rest.firstIndex(of: UInt8(ascii: ">"))
        rest = rest[(end ?? rest.endIndex)...]
      default:
        let name = rest.prefix { !" \t\r\n/>".utf8.contains($0) }
        return String(decoding: name, as: UTF8.self)
      }
    }
    return nil
  }
}
