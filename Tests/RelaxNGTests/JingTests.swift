import FoundationEssentials
import RelaxNG
import Testing
import XML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Our verdicts and those of jing, which shares no code with us, on documents with mistakes.
@Suite struct JingTests {
  private static let jing = ["/usr/bin/jing", "/usr/local/bin/jing", "/opt/homebrew/bin/jing"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  private static let schemas = [Check.root + "/schemas/teikit.rng", Check.shared + "/schemas/tei_all-4.12.0.rng"]

  @Test(.enabled(if: jing != nil, "jing is not installed (apt-get install jing)"), arguments: schemas)
  func verdictsAreEqual(_ path: String) throws {
    let folder = Check.root + "/annotated"
    guard let bytes = Check.bytes(of: path), let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else {
      print("skipped: \(path) or \(folder) is missing")
      return
    }
    let sources = names.sorted().filter { $0.hasSuffix(".xml") && $0 != "corpus.xml" }.prefix(12)
      .compactMap { Check.bytes(of: folder + "/" + $0) }
    let schema = try CompiledSchema(SchemaSource(name: path, bytes: bytes))
    let temporary = FileManager.default.temporaryDirectory.path + "/jing-\(UInt64.random(in: 0 ..< .max))"
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: temporary) }

    var ours: Set<String> = []
    var files: [String] = []
    for seed in 0..<150 {
      var mutation = Mutation(text: sources[seed % sources.count], seed: UInt64(seed))
      let document = mutation.mutated()
      let file = "\(temporary)/\(seed).xml"
      try Data(document).write(to: URL(filePath: file))
      files.append(file)
      if try !Check.faults(document, schema, name: file).isEmpty { ours.insert(file) }
    }
    let report = try #require(Self.output(of: ([Self.jing!, path] + files).joined(separator: " ") + " 2>/dev/null"))
    let theirs = Set(report.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) })
    #expect(ours == theirs.intersection(files))
    #expect(ours.count > 30 && ours.count < 150)
  }

  /// What a command prints. `Process` needs Foundation, which cannot be imported beside libxml2's headers.
  private static func output(of command: String) -> String? {
    guard let pipe = popen(command, "r") else { return nil }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Makes a mistake in a document: its tags are changed, and it stays well-formed.
private struct Mutation {
  private let text: [UInt8]
  private var state: UInt64
  /// The start tags, from `<` to behind `>`.
  private var tags: [Range<Int>] = []

  init(text: [UInt8], seed: UInt64) {
    self.text = text
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      let end = text[start...].firstIndex(of: UInt8(ascii: ">"))! + 1
      if text[start + 1] | 0x20 >= UInt8(ascii: "a") { tags.append(start..<end) }
      index = end
    }
  }

  private mutating func random(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  private static let elements = ["p", "list", "date", "row", "title", "name", "unknown", "note", "lb", "idno"]
  private static let attributes = ["when", "n", "xml:id", "cert", "bogus", "type", "target", "cols", "ref"]
  private static let values = ["", "1", "x", "a b", "2024-13-01", "-1", "%zz", "high", "#a", "label"]

  mutating func mutated() -> [UInt8] {
    let tag = tags[1 + random(tags.count - 1)]
    let old = String(decoding: text[tag], as: UTF8.self)
    let isEmpty = old.hasSuffix("/>")
    let name = old.dropFirst().prefix { $0 != " " && $0 != ">" && $0 != "/" && $0 != "\n" }
    let element = Self.elements[random(Self.elements.count)]
    let value = Self.values[random(Self.values.count)]
    let behindName = old.dropFirst(1 + name.count)
    switch random(5) {
    case 0:
      let attribute = Self.attributes[random(Self.attributes.count)]
      let isThere = old.contains(" \(attribute)=\"")
      return replacing(tag, "<\(name)\(isThere ? "" : " \(attribute)=\"\(value)\"")\(behindName)")
    case 1: return replacing(tag, "<\(element)>\(value)</\(element)>" + old)
    case 2:
      guard let quote = old.firstIndex(of: "\""), !old.contains("xmlns"),
        let end = old[old.index(after: quote)...].firstIndex(of: "\"")
      else { return text }
      return replacing(tag, old[...quote] + value + old[end...])
    case 3:
      guard let space = old.firstIndex(of: " "), !old.contains("xmlns"),
        let quote = old.firstIndex(of: "\""), let end = old[old.index(after: quote)...].firstIndex(of: "\"")
      else { return text }
      return replacing(tag, old[..<space] + old[old.index(after: end)...])
    default: return replacing(tag, isEmpty ? "<\(element)/>" : old + value)
    }
  }

  private func replacing(_ range: Range<Int>, _ new: some StringProtocol) -> [UInt8] {
    Array(text[..<range.lowerBound]) + Array(new.utf8) + Array(text[range.upperBound...])
  }
}
