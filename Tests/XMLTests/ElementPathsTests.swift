import TestSupport
import Testing
import XML

@Suite struct ElementPathsTests {
  @Test func saysWhatElementsSayOfThemselves() throws {
    let document = try ParsingTests.parse(
      "<a xmlns:p='u'><b/>x<b><c/><p:c/><c xmlns='v'/><c/></b><p:b><b/></p:b><!-- b --><b/></a>")
    var paths = ElementPaths()
    for element in [document.root] + Array(document.root.descendants) {
      #expect(paths.path(of: element) == element.path)
    }
  }

  @Test func countsSiblingsOnceAndLeavesOutWhatIsDeep() throws {
    let document = try ParsingTests.parse("<a>" + String(repeating: "<b/>", count: 200_000) + "</a>")
    var paths = ElementPaths()
    var last: String?
    let duration = processorTime { for child in document.root.children { last = paths.path(of: child) } }
    #expect(last == "/a[200000]".replacing("a[", with: "a/b[") && duration < .seconds(20))
    let deep = try ParsingTests.parse(String(repeating: "<a>", count: 150) + String(repeating: "</a>", count: 150))
    let known = deep.root.descendants.map { paths.path(of: $0) != nil }
    #expect(known.count { $0 } == 99)
  }
}
