import ArticleModel
import RelaxNG
import TEIValidation

/// How a ``CacheContent`` is written: what it holds, behind what it is for, and a digest of all that stands before.
enum CacheCoding {
  /// Also the number of this form of writing: another form, another mark.
  private static let mark = Array("teikit validate cache 2\n".utf8)
  private static let digestSize = 16

  /// - Parameter use: What the cache is for: it serves no other program, options or folder.
  static func bytes(of content: CacheContent, use: ContentDigest, limit: Int) -> [UInt8] {
    var writer = ByteWriter(mark)
    writer.fixed(use.high)
    writer.fixed(use.low)
    writer.fixed(content.seed)
    writer.states(content.catalogs)
    // What was asked for last goes first, where not all have room.
    let files = content.files.sorted { ($1.value.day, $0.key) < ($0.value.day, $1.key) }
    for (path, file) in files where writer.bytes.count < limit {
      writer.flag(true)
      writer.text(path)
      writer.file(file)
    }
    writer.flag(false)
    let digest = ContentDigest(of: writer.bytes)
    writer.fixed(digest.high)
    writer.fixed(digest.low)
    return writer.bytes
  }

  /// The content, if it is whole and for this use.
  static func content(of bytes: [UInt8], use: ContentDigest) -> CacheContent? {
    guard bytes.count > mark.count + digestSize, bytes.starts(with: mark) else { return nil }
    let end = bytes.count - digestSize
    do throws(ByteReader.Fault) {
      var last = ByteReader(bytes, from: end, to: bytes.count)
      let digest = ContentDigest(high: try last.fixed(), low: try last.fixed())
      guard ContentDigest(of: bytes[..<end]) == digest else { return nil }
      var reader = ByteReader(bytes, from: mark.count, to: end)
      guard ContentDigest(high: try reader.fixed(), low: try reader.fixed()) == use else { return nil }
      var content = CacheContent(seed: try reader.fixed(), catalogs: try reader.states())
      while try reader.flag() {
        let path = try reader.text()
        content.files[path] = try reader.file()
      }
      return reader.isAtEnd ? content : nil
    } catch {
      return nil
    }
  }
}

extension ByteWriter {
  fileprivate mutating func states(_ states: [String: FileState]) {
    list(states.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key)
      switch entry.value {
      case .absent: writer.number(0)
      case .file: writer.number(1)
      case .folder: writer.number(2)
      case .other: writer.number(3)
      case .content(let digest):
        writer.number(4)
        writer.fixed(digest.high)
        writer.fixed(digest.low)
      }
    }
  }

  fileprivate mutating func file(_ cached: CachedFile) {
    fixed(cached.digest.high)
    fixed(cached.digest.low)
    number(Int(cached.day))
    states(cached.dependencies)
    diagnostics(cached.file.faults)
    list(cached.file.bySchema) { $0.diagnostics($1) }
    diagnostics(cached.file.byRules)
    flag(cached.file.isWhole)
    flag(cached.file.summary != nil)
    if let summary = cached.file.summary { self.summary(summary) }
    flag(cached.links != nil)
    if let links = cached.links {
      fixed(links.key.high)
      fixed(links.key.low)
      diagnostics(links.found)
    }
  }

  private mutating func diagnostics(_ diagnostics: [Diagnostic]) {
    list(diagnostics) { writer, diagnostic in
      switch diagnostic.severity {
      case .note: writer.number(0)
      case .warning: writer.number(1)
      case .error: writer.number(2)
      }
      writer.text(diagnostic.code)
      writer.text(diagnostic.message)
      writer.text(diagnostic.file)
      writer.flag(diagnostic.position != nil)
      if let position = diagnostic.position {
        writer.number(position.line)
        writer.number(position.column)
      }
      writer.text(diagnostic.xpath)
    }
  }

  private mutating func summary(_ summary: DocumentSummary) {
    fixed(summary.identifiers.sorted)
    list(summary.files.sorted { $0.key < $1.key }) { writer, entry in
      writer.text(entry.key)
      writer.list(entry.value) { writer, identifier in
        writer.fixed(identifier.identifier)
        writer.flag(identifier.escaped != nil)
        if let escaped = identifier.escaped { writer.fixed(escaped) }
      }
    }
    list(summary.inclusions) { writer, inclusion in
      writer.text(inclusion.href)
      writer.flag(inclusion.target != nil)
      if let target = inclusion.target { writer.fixed(target) }
      writer.flag(inclusion.isXML)
      writer.flag(inclusion.hasFallback)
    }
    flag(summary.hasInclusions)
    prefixDefinitions(summary.prefixDefinitions)
    list(summary.languages.sorted()) { $0.text($1) }
    flag(summary.suspects.hasElements)
    flag(summary.suspects.isOurs)
    fixed(summary.suspects.duplicates.sorted())
    fixed(summary.suspects.pointers.sorted())
    list(summary.suspects.prefixes.sorted()) { $0.text($1) }
    list(summary.suspects.languages.sorted()) { $0.text($1) }
    prefixDefinitions(summary.suspects.prefixDefinitions)
  }

  private mutating func prefixDefinitions(_ definitions: [PrefixDefinition]) {
    list(definitions) { writer, definition in
      writer.text(definition.prefix)
      writer.text(definition.matchPattern)
      writer.text(definition.replacementPattern)
    }
  }
}

extension ByteReader {
  fileprivate mutating func states() throws(Fault) -> [String: FileState] {
    let entries = try list { (reader) throws(Fault) -> (String, FileState) in
      let path = try reader.text()
      switch try reader.number() {
      case 0: return (path, .absent)
      case 1: return (path, .file)
      case 2: return (path, .folder)
      case 3: return (path, .other)
      case 4: return (path, .content(ContentDigest(high: try reader.fixed(), low: try reader.fixed())))
      default: throw Fault()
      }
    }
    return Dictionary(entries, uniquingKeysWith: { $1 })
  }

  fileprivate mutating func file() throws(Fault) -> CachedFile {
    let digest = ContentDigest(high: try fixed(), low: try fixed())
    guard let day = Int32(exactly: try number()) else { throw Fault() }
    let states = try states()
    var file = ReadFile(faults: try diagnostics())
    file.bySchema = try list { (reader) throws(Fault) in try reader.diagnostics() }
    file.byRules = try diagnostics()
    file.isWhole = try flag()
    if try flag() { file.summary = try summary() }
    var cached = CachedFile(digest: digest, dependencies: states, file: file)
    cached.day = day
    if try flag() {
      let key = ContentDigest(high: try fixed(), low: try fixed())
      cached.links = (key, try diagnostics())
    }
    return cached
  }

  private mutating func diagnostics() throws(Fault) -> [Diagnostic] {
    try list { (reader) throws(Fault) in
      let severity: Diagnostic.Severity
      switch try reader.number() {
      case 0: severity = .note
      case 1: severity = .warning
      case 2: severity = .error
      default: throw Fault()
      }
      var diagnostic = Diagnostic(severity, code: try reader.text(), try reader.text())
      diagnostic.file = try reader.optionalText()
      if try reader.flag() {
        diagnostic.position = SourcePosition(line: try reader.number(), column: try reader.number())
      }
      diagnostic.xpath = try reader.optionalText()
      return diagnostic
    }
  }

  private mutating func summary() throws(Fault) -> DocumentSummary {
    var summary = DocumentSummary()
    summary.identifiers = FingerprintList(try fixedNumbers())
    let files = try list { (reader) throws(Fault) -> (String, [ExternalIdentifier]) in
      let path = try reader.text()
      return (
        path,
        try reader.list { (reader) throws(Fault) in
          ExternalIdentifier(
            identifier: try reader.fixed(), escaped: try reader.flag() ? try reader.fixed() : nil)
        }
      )
    }
    summary.files = Dictionary(files, uniquingKeysWith: { $1 })
    summary.inclusions = try list { (reader) throws(Fault) in
      InclusionReference(
        href: try reader.text(), target: try reader.flag() ? try reader.fixed() : nil, isXML: try reader.flag(),
        hasFallback: try reader.flag())
    }
    summary.hasInclusions = try flag()
    summary.prefixDefinitions = try prefixDefinitions()
    summary.languages = Set(try list { (reader) throws(Fault) in try reader.text() })
    summary.suspects.hasElements = try flag()
    summary.suspects.isOurs = try flag()
    summary.suspects.duplicates = Set(try fixedNumbers())
    summary.suspects.pointers = Set(try fixedNumbers())
    summary.suspects.prefixes = Set(try list { (reader) throws(Fault) in try reader.text() })
    summary.suspects.languages = Set(try list { (reader) throws(Fault) in try reader.text() })
    summary.suspects.prefixDefinitions = try prefixDefinitions()
    return summary
  }

  private mutating func prefixDefinitions() throws(Fault) -> [PrefixDefinition] {
    try list { (reader) throws(Fault) in
      PrefixDefinition(
        prefix: try reader.text(), matchPattern: try reader.optionalText(),
        replacementPattern: try reader.optionalText())
    }
  }
}
