// Measures speed, stage by stage, on the texts of a folder: run by Benchmarks/run.
//
// Speed FOLDER MEGABYTES [joined] [STAGE]: "joined" makes one long article of all, so that what each file costs by
// itself counts for little; with a stage, that alone, by the beginning of its name, for a profiler.
//
// Speed allocations: counts them instead, and fails where they grow with the tokens.
// Speed texts SHARED FOLDER: writes news of ../shared to a folder, to measure with.
// Speed pass FOLDER: seconds of one pass of recognition over the texts of a folder and how many tokens they have, to be
// run in turn with the peers of Benchmarks/peers.

import TEIKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments == ["allocations"] { exit(AllocationCheck.run() ? 0 : 1) }
if arguments.count == 3, arguments[0] == "texts" {
  try NewsTexts.write(from: arguments[1], to: arguments[2])
  exit(0)
}
if arguments.count == 2, arguments[0] == "pass" {
  try RecognitionPass.printSeconds(folder: arguments[1])
  exit(0)
}
guard arguments.count >= 2, let megabytes = Int(arguments[1]) else {
  fatalError("usage: Speed FOLDER MEGABYTES [joined] [STAGE]")
}
let isJoined = arguments.contains("joined")
let stage = arguments.dropFirst(2).first { $0 != "joined" } ?? ""
let sources = try Workload.articles(in: arguments[0], bytes: megabytes << 20, joined: isJoined)
let bytes = sources.reduce(0) { $0 + $1.bytes.count }
print(
  "\(sources.count) articles of \(bytes / sources.count) bytes, \(Workload.megabytes(bytes)) MB of text, one core, "
    + "median of \(Stopwatch.rounds) rounds")

let structureReader = StructureReader()
let annotator = Annotator(language: "en")
let encoder = TEIEncoder()
let validator = Validator()

let segmenter = SentenceSegmenter(language: "en")
let structures = sources.map { ($0, structureReader.structure(of: $0)) }
let tokens = structures.reduce(0) { $0 + RecognitionPass.input($1.1, of: $1.0).tokens.count }

var table = SpeedTable(bytes: bytes, articles: sources.count, tokens: tokens, stage: stage)
table.add("read structure") { for source in sources { _ = structureReader.structure(of: source) } }
table.add("divide into sentences") {
  for (source, structure) in structures { _ = segmenter.sentences(of: structure, in: source) }
}
table.add("tokenise") {
  for (source, structure) in structures { _ = RecognitionPass.input(structure, of: source) }
}
table.add("recognise (tokens and mentions)") {
  for (source, structure) in structures { _ = RecognitionPass.mentions(in: structure, of: source) }
}
table.add("annotate (structure, mentions, links)") { for source in sources { _ = annotator.annotate(source) } }

let annotated = sources.compactMap { annotator.annotate($0) }
table.add("encode") {
  for article in annotated { _ = encoder.encode(article, identifier: "a") }
}
table.add("encode and serialise") {
  for article in annotated { _ = encoder.encode(article, identifier: "a").document.serialized() }
}
table.add("all of annotate, without validation") {
  for source in sources {
    if let article = annotator.annotate(source) { _ = encoder.encode(article, identifier: "a").document.serialized() }
  }
}

let encoded = annotated.map { encoder.encode($0, identifier: "a").document.serialized() }
let encodedSize = encoded.reduce(0) { $0 + $1.count }
table.add("parse the TEI (\(Workload.megabytes(encodedSize)) MB)") {
  for bytes in encoded { _ = try? XMLDocument(parsing: bytes, name: "a.xml") }
}
let documents = try encoded.map { try XMLDocument(parsing: $0, name: "a.xml") }
table.add("validate: schema and links") {
  for document in documents { _ = validator.validate(document, file: "a.xml") }
}
table.add("rebuild the source") { for document in documents { _ = DecodedArticle(document).sourceText() } }
let tables = try encoded.map { try XMLNodeTable(parsing: $0, name: "a.xml", names: XMLNodeNames()) }
table.add("extract all mentions") {
  for table in tables { _ = EntityExtractor.mentions(in: table) }
}
table.print()
