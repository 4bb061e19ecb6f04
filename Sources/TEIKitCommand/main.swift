import ArticleModel
import FoundationEssentials
import StructureReading
import TEIEncoding
import XML
for path in CommandLine.arguments.dropFirst() {
  let stem = path.split(separator: "/").last!.split(separator: ".").first!
  do {
  let s = try SourceText(name: String(stem) + ".txt", bytes: Array(Data(contentsOf: URL(filePath: path))))
  let st = StructureReader().structure(of: s)
  let doc = TEIEncoder().encode(AnnotatedArticle(source: s, structure: st), identifier: "x" + String(stem)).document
  let bytes = doc.serialized()
  try Data(bytes).write(to: URL(filePath: "/tmp/out/\(stem).xml"))
  let again = try XMLDocument(parsing: bytes, name: path)
  let d = DecodedArticle(again)
  let ok = d.sourceText() == s.bytes
  print(ok ? "ok  " : "BAD ", path, d.layout?.departures?.count ?? 0, d.layout?.gaps.count ?? 0)
  if !ok { try Data(d.sourceText() ?? []).write(to: URL(filePath: "/tmp/out/\(stem).txt")) }
  } catch { print(path, error) }
}
