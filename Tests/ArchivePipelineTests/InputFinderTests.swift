import ArchivePipeline
import ArticleModel
import FoundationEssentials
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct InputFinderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func found(_ paths: [String]) -> (paths: [String], codes: [String]) {
    let (files, diagnostics) = InputFinder.files(at: paths, extensions: ["txt"])
    return (files.map(\.relativePath), diagnostics.map(\.code))
  }

  @Test func folderAtAnyDepthSortedHiddenOnesLeftOut() throws {
    for name in ["b.txt", "a.txt", "sub/deep/c.TXT", ".hidden.txt", ".git/d.txt", "e.md", "txt"] {
      try folder.write(name, "x")
    }
    let (paths, codes) = found([folder.path])
    #expect(paths == ["a.txt", "b.txt", "sub/deep/c.TXT"])
    #expect(codes.isEmpty)
  }

  @Test func anySuffixWhereAFileIsNamed() throws {
    try folder.write("article.md", "x")
    #expect(found([folder.path + "/article.md"]).paths == ["article.md"])
  }

  @Test func eachFileOnce() throws {
    try folder.write("a.txt", "x")
    let file = folder.path + "/a.txt"
    #expect(found([file, file, folder.path]).paths == ["a.txt"])
    #expect(found([folder.path, folder.path + "/"]).paths == ["a.txt"])
    #expect(found([folder.path, folder.path + "/./a.txt", folder.path + "//a.txt"]).paths == ["a.txt"])
  }

  @Test func whatIsNotThereIsSaid() throws {
    try folder.write("empty/readme.md", "x")
    let (paths, codes) = found([folder.path + "/no", folder.path + "/empty"])
    #expect(paths.isEmpty)
    #expect(codes == ["file-missing", "folder-empty"])
  }

  @Test func aLinkThatLeadsNowhereAndANameThatIsNotUTF8AreSaid() throws {
    try folder.write("a.txt", "x")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/b.txt", withDestinationPath: "gone.txt")
    let name = Array("\(folder.path)/c".utf8) + [0xFF] + Array(".txt\0".utf8)
    let file = name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { fopen($0.baseAddress!, "w") }
    // A file system that takes UTF-8 alone has no such names.
    if let file { fclose(file) }
    let (paths, codes) = found([folder.path])
    #expect(paths == ["a.txt"])
    #expect(codes.sorted() == (file == nil ? ["file-missing"] : ["file-missing", "file-name-not-utf8"]))
  }

  @Test func circularLinksEnd() throws {
    try folder.write("sub/a.txt", "x")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/sub/up", withDestinationPath: "..")
    #expect(found([folder.path]).paths.contains("sub/a.txt"))
    #expect(found([folder.path]).paths == ["sub/a.txt"])
  }
}
