import TestSupport
import Testing
import XML

@testable import TEIEditing

@Suite struct EditorPropertyTests {
  /// Inline markup and text in all the ways of writing it.
  private static func content(_ random: inout Generator, depth: Int) -> String {
    let texts = [
      "a", "ē ", "&amp;", "&#x2014;", " \r\n\t", "b c", "<lb/>", "<!-- <q> -->", "<?p >?>", "x'\"> ", "𝕏", "&#13;",
    ]
    var result = ""
    for _ in 0..<(1 + random.next(5)) {
      if depth > 0, random.next(3) == 0 {
        let (open, close) = [
          ("<hi>", "</hi>"), ("<name\n type='a>b' >", "</name >"), ("<w>", "</w>"), ("<seg>", "</seg>"),
        ][
          random.next(4)]
        result += open + content(&random, depth: depth - 1) + close
      } else {
        result += texts[random.next(texts.count)]
      }
    }
    return result
  }

  @Test func elementsComeAndGoWithoutATrace() throws {
    var random = Generator(seed: 11)
    for _ in 0..<300 {
      let file = try EditedFile(
        body: "<p>\(Self.content(&random, depth: 4))</p>\n<p>\(Self.content(&random, depth: 4))</p>")
      guard !file.table.text.isEmpty else { continue }
      var editor = TEIEditor(file.markup)
      for _ in 0..<(1 + random.next(6)) {
        let start = random.next(file.table.text.count)
        editor.insert(NewElement("n"), around: start..<min(file.table.text.count, start + 1 + random.next(12)))
      }
      let written = editor.write().bytes
      let after = try EditedFile(written)
      #expect(after.table.text == file.table.text)
      // Nothing but the new tags is there that was not there before.
      let text = String(decoding: written, as: UTF8.self)
      #expect(Array(text.replacing("<n>", with: "").replacing("</n>", with: "").utf8) == file.bytes)
      // Taken away again, they leave the file as it was.
      var undo = TEIEditor(after.markup)
      for element in after.table.allElements where element.name == "n" { undo.remove(element.number) }
      #expect(undo.write().bytes == file.bytes)
    }
  }

  @Test func namesComeAndGoWithoutATrace() throws {
    var random = Generator(seed: 5)
    for _ in 0..<100 {
      let file = try EditedFile(body: "<p>\(Self.content(&random, depth: 4))</p>")
      var editor = TEIEditor(file.markup)
      for element in file.table.allElements where element.name == "name" {
        editor.rename(element.number, to: "rs")
        editor.set("cert", to: "<\"1\">", of: element.number)
      }
      let changed = try EditedFile(editor.write().bytes)
      var undo = TEIEditor(changed.markup)
      for element in changed.table.allElements where element.name == "rs" {
        #expect(element["cert"] == "<\"1\">")
        undo.rename(element.number, to: "name")
        undo.set("cert", to: nil, of: element.number)
      }
      #expect(undo.write().bytes == file.bytes)
    }
  }
}
