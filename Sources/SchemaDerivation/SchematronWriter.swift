/// Writes the constraints of a specification as ISO Schematron with XPath 1.0.
enum SchematronWriter {
  static func schema(_ specification: Specification) -> String {
    let namespaces = [
      ("tei", "http://www.tei-c.org/ns/1.0"), ("xi", "http://www.w3.org/2001/XInclude"),
    ].map { Markup("ns", [("prefix", $0.0), ("uri", $0.1)]) }
    let patterns = specification.constraints.map { constraint in
      Markup("pattern", [("id", constraint.name)], parts: constraint.rules)
    }
    let schema = Markup(
      "schema", [("xmlns", "http://purl.oclc.org/dsdl/schematron"), ("queryBinding", "xslt")],
      parts: namespaces + patterns)
    return Notice.declaration + Notice.derived(from: specification.name) + schema.text()
  }
}
