// swift-tools-version: 6.1
import PackageDescription

// All that TEIKit hands on. Who imports TEIKit names them too: SwiftPM compiles anew what depends on a changed module by
// name, and a program that sees a type through another module only would keep the old layout of that type.
let stages: [Target.Dependency] = [
  "ArticleModel", "XML", "SequenceLabelling", "StructureReading", "SentenceSegmentation", "EntityRecognition",
  "EntityLinking", "TEIEncoding", "RegularExpressions", "RelaxNG", "XPath", "Schematron", "TEIValidation", "TEIText",
  "Extraction", "Databases", "Exchange", "TEIEditing", "ArchivePipeline",
]

// The targets stand in the order in which an article passes through them: each may import those above it.
let package = Package(
  name: "teikit",
  platforms: [.macOS(.v13)],
  products: [
    .library(name: "TEIKit", targets: ["TEIKit"]),
    .executable(name: "teikit", targets: ["TEIKitCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .target(name: "EmbeddedData", exclude: ["lists", "gazetteer.bin", "names.model", "structure.model"]),
    .target(name: "ArticleModel"),
    .target(name: "XML", dependencies: ["ArticleModel", "CLibXML2"]),
    // The one loop of the network that Swift cannot write.
    .target(name: "CNetworkKernel"),
    .target(name: "SequenceLabelling", dependencies: ["CNetworkKernel"]),
    .target(name: "StructureReading", dependencies: ["ArticleModel", "EmbeddedData", "SequenceLabelling"]),
    // Trains the labeller of lines; run by hand, see Documentation/DATA.md.
    .executableTarget(
      name: "StructureTraining", dependencies: ["ArticleModel", "SequenceLabelling", "StructureReading"]),
    .target(name: "SentenceSegmentation", dependencies: ["ArticleModel"]),
    .target(name: "EntityRecognition", dependencies: ["ArticleModel", "EmbeddedData", "SequenceLabelling"]),
    // Trains the network that finds names; run by hand, see Documentation/DATA.md.
    .executableTarget(
      name: "EntityTraining", dependencies: ["ArticleModel", "EntityRecognition", "SequenceLabelling"],
      exclude: ["word_vectors.py"]),
    // Compiles the lists of names; run by hand when they change, see Documentation/DATA.md.
    .executableTarget(name: "GazetteerCompilation", dependencies: ["ArticleModel", "EntityRecognition"]),
    .target(name: "EntityLinking", dependencies: ["ArticleModel"]),
    .target(
      name: "TEIEncoding",
      dependencies: ["ArticleModel", "XML", .product(name: "Crypto", package: "swift-crypto")]
    ),
    // Those of XML Schema and of XPath, in time proportional to the text.
    .target(name: "RegularExpressions", dependencies: ["XML"]),
    // A RELAX NG validator over XML events; see Documentation/RELAXNG.md.
    .target(name: "RelaxNG", dependencies: ["ArticleModel", "RegularExpressions", "XML"]),
    // XPath over the flat table of nodes, for queries and for Schematron; see Documentation/QUERY.md.
    .target(name: "XPath", dependencies: ["ArticleModel", "RegularExpressions", "XML"]),
    // ISO Schematron; see Documentation/SCHEMATRON.md.
    .target(name: "Schematron", dependencies: ["ArticleModel", "XML", "XPath"]),
    .target(
      name: "TEIValidation",
      dependencies: ["ArticleModel", "EmbeddedData", "RegularExpressions", "RelaxNG", "Schematron", "XML"]),
    // The text of any TEI document, with the blocks, sentences and mentions in it.
    .target(name: "TEIText", dependencies: ["ArticleModel", "RegularExpressions", "SentenceSegmentation", "XML"]),
    .target(
      name: "Extraction",
      dependencies: ["ArticleModel", "SentenceSegmentation", "TEIEncoding", "TEIText", "XML", "XPath"]),
    // SQLite, by way of GRDB: the only target that imports it.
    .target(name: "Databases", dependencies: ["Extraction", .product(name: "GRDB", package: "GRDB.swift")]),
    // Stand-off annotations in the formats of other tools, and back; see Documentation/EXCHANGE.md.
    .target(name: "Exchange", dependencies: ["ArticleModel", "TEIText", "XML"]),
    // Changes of annotations, written into the bytes of a TEI file; see Documentation/IMPORT.md.
    .target(name: "TEIEditing", dependencies: ["ArticleModel", "Exchange", "TEIEncoding", "TEIText", "XML"]),
    .target(
      name: "ArchivePipeline",
      dependencies: [
        "ArticleModel", "XML", "StructureReading", "SentenceSegmentation", "EntityRecognition", "EntityLinking",
        "TEIEncoding", "RelaxNG", "XPath", "Schematron", "TEIValidation", "TEIText", "Extraction", "Databases",
        "Exchange", "TEIEditing",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(name: "TEIKit", dependencies: stages),
    // Not "teikit": on a file system that ignores case it would share its folders with "TEIKit".
    .executableTarget(
      name: "TEIKitCommand",
      dependencies: stages + ["TEIKit", .product(name: "ArgumentParser", package: "swift-argument-parser")]
    ),
    // Derives schemas/teikit.rng and schemas/teikit.sch: swift run SchemaDerivation schemas/teikit.odd schemas
    .executableTarget(name: "SchemaDerivation", dependencies: ["XML"]),
    // Quality against careful readings, with floors: make evaluate
    .executableTarget(name: "Evaluation", dependencies: stages + ["TEIKit"], path: "Benchmarks/Evaluation"),
    // Counts allocations, for Speed.
    .target(name: "AllocationCounting", path: "Benchmarks/AllocationCounting"),
    // Speed, stage by stage, and allocations: make bench
    .executableTarget(
      name: "Speed", dependencies: stages + ["AllocationCounting", "TEIKit"], path: "Benchmarks/Speed"),
    // What tests of several targets need.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "ArticleModelTests", dependencies: ["ArticleModel"]),
    .testTarget(name: "XMLTests", dependencies: ["ArticleModel", "TestSupport", "XML"]),
    .testTarget(name: "RegularExpressionsTests", dependencies: ["RegularExpressions", "TestSupport"]),
    .testTarget(name: "RelaxNGTests", dependencies: ["ArticleModel", "RelaxNG", "TestSupport", "XML"]),
    .testTarget(name: "XPathTests", dependencies: ["ArticleModel", "XML", "XPath"]),
    .testTarget(
      name: "SchematronTests", dependencies: ["ArticleModel", "Schematron", "TestSupport", "XML"], exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "TEIEncoding", "TEIText", "TestSupport", "XML", "XPath"],
      exclude: ["Fixtures"]),
    .testTarget(name: "TEITextTests", dependencies: ["TEIText", "XML"]),
    .testTarget(name: "DatabasesTests", dependencies: ["Databases", "Extraction"]),
    .testTarget(
      name: "ExchangeTests", dependencies: ["ArticleModel", "Exchange", "TEIText", "XML"], exclude: ["Fixtures"]),
    .testTarget(
      name: "TEIEditingTests",
      dependencies: ["ArticleModel", "Exchange", "TEIEditing", "TEIText", "TestSupport", "XML"]),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation"]),
    .testTarget(name: "SchemaDerivationTests", dependencies: ["SchemaDerivation"]),
    .testTarget(
      name: "TEIValidationTests", dependencies: ["ArticleModel", "RelaxNG", "TEIValidation", "XML"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "EntityRecognitionTests",
      dependencies: ["ArticleModel", "EntityRecognition", "GazetteerCompilation", "TestSupport"]),
    .testTarget(name: "EntityLinkingTests", dependencies: ["ArticleModel", "EntityLinking", "TestSupport"]),
    .testTarget(name: "SequenceLabellingTests", dependencies: ["SequenceLabelling"]),
    .testTarget(name: "StructureReadingTests", dependencies: ["ArticleModel", "StructureReading"]),
    .testTarget(
      name: "SentenceSegmentationTests", dependencies: ["ArticleModel", "SentenceSegmentation"]),
    .testTarget(name: "TEIEncodingTests", dependencies: stages),
    .testTarget(name: "ArchivePipelineTests", dependencies: stages + ["TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["TEIKitCommand"], exclude: ["ExistingTEI", "Goldens"]),
  ]
)
