import Testing
import XML

@Suite struct CatalogResolverTests {
  /// A resolver over catalogs in memory; the first is the one to begin with.
  static func resolver(_ catalogs: KeyValuePairs<String, String>) -> CatalogResolver {
    let texts = Dictionary(uniqueKeysWithValues: catalogs.map { ($0.key, $0.value) })
    return CatalogResolver(files: [URIReference(catalogs[0].key)]) { uri in
      texts[uri.text].flatMap { text in
        let text = "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>\(text)</catalog>"
        return try? XMLCatalog(parsing: Array(text.utf8), name: uri.text, uri: uri)
      }
    }
  }

  static func uri(_ uri: String, in entries: String) -> String? {
    resolver(["file:///c/catalog.xml": entries]).resolve(uri: uri)
  }

  @Test func matchesURIs() {
    let entries = """
      <uri name='http://a/x.rng' uri='x.rng'/><uri name='http://a/x.rng' uri='second.rng'/>
      <rewriteURI uriStartString='http://a/' rewritePrefix='short/'/>
      <rewriteURI uriStartString='http://a/long/' rewritePrefix='file:///long/'/>
      <uriSuffix uriSuffix='.rng' uri='any.rng'/><uriSuffix uriSuffix='/tei_all.rng' uri='../tei_all.rng'/>
      """
    #expect(Self.uri("http://a/x.rng", in: entries) == "file:///c/x.rng")
    #expect(Self.uri("http://a/y", in: entries) == "file:///c/short/y")
    #expect(Self.uri("http://a/long/y", in: entries) == "file:///long/y")
    #expect(Self.uri("http://b/v/tei_all.rng", in: entries) == "file:///tei_all.rng")
    #expect(Self.uri("http://b/y.rng", in: entries) == "file:///c/any.rng")
    #expect(Self.uri("http://b/y", in: entries) == nil)
    #expect(Self.uri("http://b/ü", in: "<uri name='http://b/%C3%BC' uri='u'/>") == "file:///c/u")
    #expect(Self.uri("http://b/ü", in: "<uri name='http://b/ü' uri='ü a'/>") == "file:///c/%C3%BC%20a")
  }

  @Test func resolvesAgainstBases() {
    let entries = """
      <group xml:base='g/'><uri name='a' uri='a.rng'/><uri name='b' uri='b.rng' xml:base='/h/'/></group>
      <uri name='c' uri='c.rng'/><x:uri xmlns:x='u' name='d' uri='d.rng'/><uri name='e'/><unknown/>
      """
    #expect(Self.uri("a", in: entries) == "file:///c/g/a.rng")
    #expect(Self.uri("b", in: entries) == "file:///h/b.rng")
    #expect(Self.uri("c", in: entries) == "file:///c/c.rng")
    #expect(Self.uri("d", in: entries) == nil && Self.uri("e", in: entries) == nil)
  }

  @Test func matchesExternalIdentifiers() {
    let entries = """
      <system systemId='http://a/x.dtd' uri='x.dtd'/><rewriteSystem systemIdStartString='http://r/' rewritePrefix='r/'/>
      <systemSuffix systemIdSuffix='/s.dtd' uri='s.dtd'/>
      <public publicId='-//A//B  C//EN' uri='p.dtd'/>
      <group prefer='system'><public publicId='-//S' uri='q.dtd'/></group>
      """
    let resolver = Self.resolver(["file:///c/catalog.xml": entries])
    #expect(resolver.resolve(publicID: nil, systemID: "http://a/x.dtd") == "file:///c/x.dtd")
    #expect(resolver.resolve(publicID: nil, systemID: "http://r/y") == "file:///c/r/y")
    #expect(resolver.resolve(publicID: nil, systemID: "http://z/s.dtd") == "file:///c/s.dtd")
    #expect(resolver.resolve(publicID: "-//A//B\n C//EN", systemID: "http://no") == "file:///c/p.dtd")
    #expect(resolver.resolve(publicID: "-//A//B C//EN", systemID: "http://a/x.dtd") == "file:///c/x.dtd")
    #expect(resolver.resolve(publicID: "-//S", systemID: "http://no") == nil)
    #expect(resolver.resolve(publicID: "-//S", systemID: nil) == "file:///c/q.dtd")
    #expect(resolver.resolve(uri: "urn:publicid:-:A:B+C:EN") == "file:///c/p.dtd")
    #expect(resolver.resolve(publicID: nil, systemID: nil) == nil)
  }

  @Test func followsOtherCatalogs() {
    let resolver = Self.resolver([
      "file:///a.xml": """
      <delegateURI uriStartString='http://d/' catalog='d.xml'/><delegateURI uriStartString='http://d/e/' catalog='e.xml'/>
      <nextCatalog catalog='b.xml'/><nextCatalog catalog='missing.xml'/><nextCatalog catalog='c.xml'/>
      """,
      "file:///b.xml":
        "<nextCatalog catalog='b2.xml'/><nextCatalog catalog='a.xml'/><uri name='http://d/e/n' uri='b'/>",
      "file:///b2.xml": "<uri name='x' uri='b2'/>",
      "file:///c.xml": "<uri name='x' uri='c'/><uri name='y' uri='c'/>",
      "file:///d.xml": "<uri name='http://d/e/1' uri='d1'/><uri name='http://d/2' uri='d2'/>",
      "file:///e.xml": "<uri name='http://d/e/1' uri='e1'/>",
    ])
    #expect(resolver.resolve(uri: "x") == "file:///b2")
    #expect(resolver.resolve(uri: "y") == "file:///c")
    #expect(resolver.resolve(uri: "http://d/e/1") == "file:///e1")
    #expect(resolver.resolve(uri: "http://d/2") == "file:///d2")
    // Who delegates is not asked any further.
    #expect(resolver.resolve(uri: "http://d/e/n") == nil)
    #expect(resolver.resolve(uri: "nothing") == nil)
  }

  @Test func endsWhereCatalogsLeadInCirclesOrWithoutEnd() {
    let circle = Self.resolver([
      "file:///a.xml": "<nextCatalog catalog='b.xml'/><delegateURI uriStartString='d' catalog='a.xml'/>",
      "file:///b.xml": "<nextCatalog catalog='a.xml'/><nextCatalog catalog='b.xml'/>",
    ])
    #expect(circle.resolve(uri: "x") == nil && circle.resolve(uri: "d") == nil)
    let endless = CatalogResolver(files: [URIReference("file:///0")]) { uri in
      let text =
        "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'><nextCatalog catalog='\(uri.path)0'/></catalog>"
      return try? XMLCatalog(parsing: Array(text.utf8), name: "c", uri: uri)
    }
    #expect(endless.resolve(uri: "x") == nil)
  }

  @Test func refusesWhatIsNoCatalog() {
    for text in ["<catalog/>", "<a xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'/>", "<catalog"] {
      #expect(throws: XMLError.self) {
        try XMLCatalog(parsing: Array(text.utf8), name: "c.xml", uri: URIReference("file:///c.xml"))
      }
    }
  }
}
