// swift-tools-version: 6.1
import PackageDescription

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
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .target(name: "EmbeddedData", exclude: ["lists", "gazetteer.bin"]),
    .target(name: "ArticleModel"),
    .target(name: "XML", dependencies: ["ArticleModel", "CLibXML2"]),
    .target(name: "StructureReading", dependencies: ["ArticleModel"]),
    .target(name: "EntityRecognition", dependencies: ["ArticleModel", "EmbeddedData"]),
    // Compiles the lists of names; run by hand when they change, see Documentation/DATA.md.
    .executableTarget(name: "GazetteerCompilation", dependencies: ["ArticleModel", "EntityRecognition"]),
    .target(name: "EntityLinking", dependencies: ["ArticleModel", "EntityRecognition"]),
    .target(
      name: "TEIEncoding",
      dependencies: ["ArticleModel", "EntityLinking", "XML", .product(name: "Crypto", package: "swift-crypto")]
    ),
    .target(name: "TEIValidation", dependencies: ["ArticleModel", "EmbeddedData", "XML"]),
    .target(name: "Extraction", dependencies: ["ArticleModel", "TEIEncoding", "XML"]),
    .target(
      name: "ArchivePipeline",
      dependencies: [
        "StructureReading", "EntityRecognition", "EntityLinking", "TEIEncoding", "TEIValidation", "Extraction",
      ]
    ),
    .target(name: "TEIKit", dependencies: ["ArchivePipeline"]),
    // Not "teikit": on a file system that ignores case it would share its folders with "TEIKit".
    .executableTarget(
      name: "TEIKitCommand",
      dependencies: ["TEIKit", .product(name: "ArgumentParser", package: "swift-argument-parser")]
    ),
    // Derives schemas/teikit.rng and schemas/teikit.sch: swift run SchemaDerivation schemas/teikit.odd schemas
    .executableTarget(name: "SchemaDerivation", dependencies: ["XML"]),
    // Quality against careful readings, with floors: make evaluate
    .executableTarget(name: "Evaluation", dependencies: ["TEIKit"], path: "Benchmarks/Evaluation"),
    // Speed, stage by stage: make bench
    .executableTarget(name: "Speed", dependencies: ["TEIKit"], path: "Benchmarks/Speed"),
    .testTarget(name: "XMLTests", dependencies: ["XML"]),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "XML"]),
    .testTarget(name: "SchemaDerivationTests", dependencies: ["SchemaDerivation"]),
    .testTarget(
      name: "TEIValidationTests", dependencies: ["ArticleModel", "TEIValidation", "XML"], exclude: ["Fixtures"]),
    .testTarget(
      name: "EntityRecognitionTests", dependencies: ["ArticleModel", "EntityRecognition", "GazetteerCompilation"]),
    .testTarget(name: "StructureReadingTests", dependencies: ["ArticleModel", "StructureReading"]),
    .testTarget(name: "TEIEncodingTests", dependencies: ["ArchivePipeline", "TEIEncoding", "TEIValidation"]),
    .testTarget(name: "ArchivePipelineTests", dependencies: ["ArchivePipeline"]),
    .testTarget(name: "CommandTests", dependencies: ["TEIKitCommand"]),
  ]
)
