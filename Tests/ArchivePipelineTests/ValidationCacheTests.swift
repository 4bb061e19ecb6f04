import ArchivePipeline
import ArticleModel
import FoundationEssentials
import TEIValidation
import Testing
import XML

/// With a cache, validation finds what it finds without, and reads only what it must.
@Suite struct ValidationCacheTests {
  private let folder: TemporaryFolder
  private let caches: CacheFolder

  private static func schema(_ content: String) -> String {
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='any'/></start>\(content)"
      + "<define name='any'><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/>"
      + "<ref name='any'/></choice></zeroOrMore></element></define></grammar>"
  }

  private static let strict =
    "<element name='doc' xmlns='http://relaxng.org/ns/structure/1.0'><optional><element name='p'><text/></element>"
    + "</optional></element>"

  init() throws {
    folder = try TemporaryFolder()
    caches = CacheFolder(path: folder.path + "/cache", options: [])
    try folder.write("s/any.rng", Self.schema("<include href='part.rng'/>"))
    try folder.write("s/part.rng", Self.schema("").replacing("'any'", with: "'other'").replacing("start", with: "div"))
    try folder.write("s/strict.rng", Self.strict)
    try folder.write("in/a.xml", Self.tei("a", "<ref target='b.xml#b1'/><ref target='#a1'/>", naming: "../s/any.rng"))
    try folder.write("in/b.xml", Self.tei("b", "<p xml:id='b1'/><ref target='c.xml'/>", naming: "../s/any.rng"))
    try folder.write("in/c.xml", "<?xml-model href='../s/strict.rng'?>\n<doc><q/></doc>")
    try folder.write("in/d.xml", "<?xml-model href='http://x/d.rng'?>\n<doc><p/></doc>")
    try folder.write("in/broken.xml", "<doc>\n<p></doc>")
    try folder.write("cat/d.rng", Self.strict)
    try folder.write("cat/catalog.xml", catalog("d.rng"))
  }

  private static func tei(_ id: String, _ content: String, naming schema: String) -> String {
    "<?xml-model href='\(schema)'?>\n<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='\(id)'>\(content)</TEI>\n"
  }

  private func catalog(_ target: String) -> String {
    "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'><uri name='http://x/d.rng' uri='\(target)'/></catalog>"
  }

  private func diagnostics(_ cache: ValidationCache?) async throws -> [[String]] {
    cache?.begin()
    let catalogs = try CatalogFiles.resolver(
      paths: [folder.path + "/cat/catalog.xml"], cache: cache)
    let (inputs, _) = InputFinder.files(at: [folder.path + "/in"], extensions: ["xml"])
    return try await ValidationRun(given: nil, catalogs: catalogs, jobs: 2, cache: cache).run(inputs).map {
      $0.map { "\($0) \($0.xpath ?? "")" }
    }
  }

  /// Runs with what is kept, compares that with a run without, and says which files were read.
  private func read() async throws -> Set<String> {
    let cache = caches.open()
    let found = try await diagnostics(cache)
    #expect(try await diagnostics(nil) == found)
    try caches.keep(cache)
    return Set(cache.missed.map { Path.name(of: $0) })
  }

  @Test func readsAgainWhatDependsOnTheTime() async throws {
    try folder.write(
      "s/time.sch",
      "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'><pattern><rule context='doc'>"
        + "<let name='now' value='current-dateTime()'/><report test='true()'>at <value-of select='$now'/></report>"
        + "</rule></pattern></schema>")
    let instruction = "<?xml-model href='../s/time.sch' schematypens='http://purl.oclc.org/dsdl/schematron'?>"
    for name in ["a", "b", "c", "d", "broken"] {
      try folder.write("in/\(name).xml", "<?xml-model href='../s/any.rng'?><doc/>")
    }
    try folder.write("in/e.xml", instruction + "<doc/>")
    for _ in 0..<2 {
      let cache = caches.open()
      _ = try await diagnostics(cache)
      #expect(cache.missed.contains { Path.name(of: $0) == "e.xml" })
      #expect(cache.dependencies.contains { Path.name(of: $0) == "time.sch" })
      try caches.keep(cache)
    }
    #expect(try await diagnostics(caches.open()).count == 6)
  }

  @Test func readsWhatHasChanged() async throws {
    #expect(try await read() == ["a.xml", "b.xml", "c.xml", "d.xml", "broken.xml"])
    #expect(try await read() == [])
    // The same bytes at another time.
    try folder.write("in/a.xml", folder.read("in/a.xml")!)
    #expect(try await read() == [])
    // What a pointer leads to goes: the file that points there is judged anew, and not read for its schema.
    try folder.write("in/b.xml", Self.tei("b", "<p xml:id='b2'/>", naming: "../s/any.rng"))
    #expect(try await read() == ["b.xml"])
    #expect(try await diagnostics(nil)[0].contains { $0.contains("b.xml#b1") })
    #expect(try await read() == [])
    // One that is in another file, too.
    try folder.write("in/b.xml", Self.tei("b", "<p xml:id='b1'/><p xml:id='a'/>", naming: "../s/any.rng"))
    #expect(try await read() == ["b.xml"])
    try FileManager.default.removeItem(atPath: folder.path + "/in/c.xml")
    #expect(try await read() == [])
    try folder.write("in/0.xml", Self.tei("a", "", naming: "../s/any.rng"))
    #expect(try await read() == ["0.xml"])
    #expect(try await read() == [])
  }

  @Test func readsWhereASchemaHasChanged() async throws {
    _ = try await read()
    try folder.write("s/part.rng", Self.strict.replacing("element", with: "x"))
    #expect(try await read() == ["a.xml", "b.xml"])
    try folder.write("s/strict.rng", Self.strict.replacing("'p'", with: "'q'"))
    #expect(try await read() == ["c.xml"])
    try FileManager.default.removeItem(atPath: folder.path + "/s/strict.rng")
    #expect(try await read() == ["c.xml"])
    #expect(try await read() == [])
    try folder.write("s/strict.rng", Self.strict)
    #expect(try await read() == ["c.xml"])
    try folder.write("cat/d.rng", Self.strict.replacing("'p'", with: "'q'"))
    #expect(try await read() == ["d.xml"])
    // All files depend on catalogs.
    try folder.write("cat/catalog.xml", catalog("../s/strict.rng"))
    #expect(try await read().contains("d.xml"))
    #expect(try await read() == [])
  }

  @Test func readsWhereAnIncludedFileHasChanged() async throws {
    let include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='../part.xml'/>"
    try folder.write("part.xml", "<q xmlns=''/>")
    try folder.write("in/whole.xml", "<?xml-model href='../s/strict.rng'?>\n<doc>\(include)</doc>")
    _ = try await read()
    #expect(try await read() == [])
    try folder.write("part.xml", "<p xmlns=''/>")
    #expect(try await read() == ["whole.xml"])
    try FileManager.default.removeItem(atPath: folder.path + "/part.xml")
    #expect(try await read() == ["whole.xml"])
    #expect(try await read() == [])
  }

  @Test func readsAgainInOneProcess() async throws {
    let cache = ValidationCache(trustsStamps: true)
    _ = try await diagnostics(cache)
    #expect(cache.missed.count == 5)
    #expect(cache.dependencies.contains { $0.hasSuffix("/s/part.rng") })
    #expect(cache.dependencies.contains { $0.hasSuffix("/cat/catalog.xml") })
    try folder.write("in/c.xml", "<?xml-model href='../s/strict.rng'?>\n<doc><p/></doc>")
    #expect(try await diagnostics(cache) == diagnostics(nil))
    #expect(cache.missed.count == 1)
  }

  /// Cut off anywhere, or with a bit the other way round: nothing of it is believed, and it is written anew.
  @Test func believesNoDamagedCache() async throws {
    _ = try await read()
    let name = try #require(try folder.names(in: "cache").first { $0.hasPrefix("validate-") })
    let whole = try #require(folder.read("cache/" + name))
    for length in stride(from: 0, to: whole.count, by: whole.count / 15 + 1) {
      try folder.write("cache/" + name, Array(whole[..<length]))
      #expect(try await read().count == 5)
    }
    for place in stride(from: 0, to: whole.count, by: whole.count / 15 + 1) {
      var damaged = whole
      damaged[place] ^= 0x10
      try folder.write("cache/" + name, damaged)
      #expect(try await read().count == 5)
    }
    // One for other options, by this name.
    let other = CacheFolder(path: folder.path + "/cache", options: ["other"])
    let cache = other.open()
    _ = try await diagnostics(cache)
    try other.keep(cache)
    let names = try folder.names(in: "cache").filter { $0.hasPrefix("validate-") }
    #expect(names.count == 2)
    let second = try #require(names.first { $0 != name })
    try folder.write("cache/" + name, try #require(folder.read("cache/" + second)))
    #expect(try await read().count == 5)
    #expect(try await read() == [])
  }

  @Test func severalRunsMayWriteAtATime() async throws {
    var runs: [ValidationCache] = []
    for _ in 0..<8 {
      runs.append(caches.open())
      _ = try await diagnostics(runs.last)
    }
    try await withThrowingTaskGroup(of: Void.self) { [caches] group in
      for run in runs { group.addTask { try caches.keep(run) } }
      try await group.waitForAll()
    }
    #expect(try await read() == [])
    #expect(try folder.names(in: "cache").count == 3)
  }

  @Test func hasItsPlaceByTheEnvironment() {
    #expect(CacheFolder.standard(cacheHome: "/c", home: "/h") == "/c/teikit")
    #expect(CacheFolder.standard(cacheHome: "c", home: "/h") == "/h/.cache/teikit")
    #expect(CacheFolder.standard(cacheHome: nil, home: nil) == nil)
  }
}
