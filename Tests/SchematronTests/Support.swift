import FoundationEssentials
import Schematron
import XML

/// Files of the repository and beside it.
enum Files {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) -> [UInt8]? { (try? Data(contentsOf: root.appending(path: path))).map(Array.init) }

  static func document(_ path: String) throws -> XMLDocument? {
    guard let bytes = bytes(path) else { return nil }
    return try XMLDocument(parsing: bytes, name: path)
  }
}

extension SchematronSchema {
  /// A schema given its content; `r` and `n` are the prefixes of ``Sample``.
  init(
    content: String, binding: String? = "xslt3", attributes: String = "", phase: String? = nil,
    loader: SchematronLoader? = nil
  ) throws {
    let queryBinding = binding.map { " queryBinding=\"\($0)\"" } ?? ""
    let text = """
      <schema xmlns="http://purl.oclc.org/dsdl/schematron"\(queryBinding) \(attributes)>
      <ns prefix="r" uri="u:r"/><ns prefix="n" uri="u:n"/><ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
      \(content)
      </schema>
      """
    try self.init(try XMLDocument(parsing: Array(text.utf8), name: "s.sch"), phase: phase, loader: loader)
  }

  /// What the schema finds: severity, code, path and message on a line.
  func lines(_ text: String, clock: Int? = 0, stepLimit: Int = 100_000_000) throws -> [String] {
    try findings(in: Array(text.utf8), name: "d.xml", clock: clock, stepLimit: stepLimit).map {
      "\($0.severity) \($0.code) \($0.path ?? ""): \($0.message)"
    }
  }
}

enum Sample {
  static let text = """
    <?xml version="1.0"?><!--top--><?pi one?><r xmlns="u:r" xmlns:n="u:n" xml:id="r" n:a="1" a="x y">
     <p n="1" xml:id="p1">alpha <hi>beta</hi> gamma</p>
     <p n="2" xml:id="p2" d="2024-02-29">delta<!--c1-->epsilon</p>
     <p n="10" xml:lang="en-GB" d="2023-12-31">Ünï 𝒳 z</p>
     <n:q ref="#p1 #p2">7</n:q><n:q ref="#p9">3.5</n:q><e/>
     <d><d><p n="3">deep</p></d><p n="04"> 12 </p></d><?pi two?>
    </r>
    """
}
