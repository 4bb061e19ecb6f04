import ArticleModel
import FoundationEssentials
import StructureReading
for path in CommandLine.arguments.dropFirst() {
  let s = try SourceText(name: path, bytes: Array(Data(contentsOf: URL(filePath: path))))
  print("==", path)
  let st = StructureReader().structure(of: s)
  func cut(_ r: TextRun) -> String { String(s.string(r.range).prefix(70)) }
  func list(_ l: ListBlock, _ d: String) {
    for i in l.items { print(d, l.style, i.number ?? "", i.label.map { "[\(s.string($0))]" } ?? "", cut(i.text)); for x in i.sublists { list(x, d + "   ") } }
  }
  for b in st.blocks {
    switch b {
    case .title(let r): print("TITLE", cut(r))
    case .byline(let r): print("BYLINE", cut(r))
    case .dateline(let r): print("DATELINE", cut(r))
    case .heading(let r, let l): print("H\(l)", cut(r))
    case .paragraph(let r): print("p", cut(r))
    case .furniture(let r, let k): print("FURN \(k)", cut(r))
    case .list(let l): list(l, "  -")
    case .table(let t): print("TABLE", t.columnCount, t.caption.map(cut) ?? ""); for r in t.rows { print("   ", r.role, r.cells.map(cut)) }
    }
  }
}
