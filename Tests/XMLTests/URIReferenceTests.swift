import Testing
import XML

@Suite struct URIReferenceTests {
  /// The examples of RFC 3986, section 5.4, but for those of paths without a slash at their head.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
    (";x", "http://a/b/c/;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
    ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"),
    ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
  ])
  func resolves(reference: String, expected: String) {
    let base = URIReference("http://a/b/c/d;p?q")
    #expect(URIReference(reference).resolved(against: base).text == expected)
    #expect(URIReference(reference).text == reference)
  }

  @Test func meansFiles() {
    #expect(URIReference(filePath: "/a b/ü#1.rng").text == "file:///a%20b/%C3%BC%231.rng")
    #expect(URIReference(filePath: "/a b/ü#1.rng").filePath == "/a b/ü#1.rng")
    #expect(URIReference("file:/x/../y").filePath == "/y")
    #expect(URIReference("file://localhost/x").filePath == "/x")
    for other in ["http://a/x", "file://host/x", "x", "/x", "file:x", "file:///%00", "file:///%zz"] {
      #expect(URIReference(other).filePath == nil, "\(other)")
    }
  }
}
