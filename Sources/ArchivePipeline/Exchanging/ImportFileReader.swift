import ArticleModel
import Exchange
import TEIEditing
import TEIEncoding
import TEIText
import TEIValidation
import XML

/// Applies what came back of a TEI file's documents to its bytes.
struct ImportFileReader: Sendable {
  var format: any ExchangeFormat
  var responsible: String
  var date: String?
  var allowsRemovals = false

  func read(_ input: InputFile, _ documents: [ImportedFiles]) -> ImportedFile {
    var result = ImportedFile(input: input)
    switch DocumentReader.bytes(of: input) {
    case .failure(let fault): result.diagnostics = [fault.diagnostic]
    case .success(let bytes):
      do throws(XMLError) {
        result.original = bytes
        let table = try XMLNodeTable(parsing: bytes, name: input.path, names: XMLNodeNames())
        apply(documents, bytes, table, &result)
      } catch {
        result.diagnostics = [error.diagnostic]
      }
    }
    return result
  }

  private func apply(
    _ documents: [ImportedFiles], _ bytes: [UInt8], _ table: XMLNodeTable, _ result: inout ImportedFile
  ) {
    let digest = Digest.sha256(bytes)
    let tops = TEIDocuments.of(table)
    let declarations = StandoffDeclarations(table)
    var editor: AnnotationEditor?
    var settled: [String] = []
    var read: Set<Int32> = []
    let labelled = Dictionary(tops.map { (DocumentLabel.of($0), $0) }) { first, _ in first }
    for document in documents {
      guard let top = document.label.map({ labelled[$0] }) ?? tops.first else {
        let message =
          "the file has no document \"\(document.label ?? "")\"; expected that of \"\(document.files[0].name)\""
        result.diagnostics.append(Diagnostic(.error, code: "import-document", message, file: result.input.path))
        continue
      }
      guard read.insert(top.number).inserted else {
        let message =
          "the document \"\(DocumentLabel.of(top))\" has come home by other files; expected those of one annotator"
        result.diagnostics.append(
          Diagnostic(.error, code: "import-document", message, file: document.files[0].path))
        continue
      }
      guard let files = contents(of: document, &result) else { continue }
      result.documents += 1
      // What is as it was exported brings nothing home.
      if !document.digests.isEmpty, files.allSatisfy({ document.digests[$0.name] == Digest.sha256($0.bytes) }) {
        continue
      }
      let reader = StandoffReader(table, of: top, declarations: declarations)
      do throws(ExchangeError) {
        var home = try ImportedDocument(
          document, files, reader, format: format, selection: document.selection, digest: digest,
          allowsRemovals: allowsRemovals)
        result.diagnostics += home.conflicts(in: table, file: result.input.path)
        guard let changes = home.changes else { continue }
        if !changes.changes.isEmpty {
          if editor == nil { editor = self.editor(bytes, table, &result) }
          guard editor != nil else { continue }
          let outcome = editor!.apply(changes, to: reader, numbers: home.numbers)
          home.take(outcome)
          result.changes += home.changesMade(outcome)
          result.diagnostics += home.diagnostics(of: outcome, in: table, file: result.input.path)
        }
        if home.isSettled { settled.append(document.label ?? "") }
      } catch {
        var fault = error
        if let part = document.part { fault.line = fault.line.map { $0 + part.lines } }
        fault.file = document.files.first { $0.name == error.file }?.path ?? error.file
        result.diagnostics.append(fault.diagnostic)
      }
    }
    guard let editor, !result.changes.isEmpty else { return }
    let written = editor.write()
    if let fault = ImportCheck.fault(of: written, before: bytes, table, file: result.input) {
      result.diagnostics.append(fault)
      result.changes = []
      return
    }
    result.bytes = written
    let digestAfter = Digest.sha256(written)
    for label in settled { result.settled[label] = digestAfter }
  }

  private func editor(
    _ bytes: [UInt8], _ table: XMLNodeTable, _ result: inout ImportedFile
  ) -> AnnotationEditor? {
    do throws(TEIEditError) {
      return AnnotationEditor(try SourceMarkup(bytes, table), responsible: responsible, date: date)
    } catch {
      result.diagnostics.append(
        Diagnostic(.error, code: "tei-uneditable", error.message, file: result.input.path, position: error.position))
      return nil
    }
  }

  private func contents(of document: ImportedFiles, _ result: inout ImportedFile) -> [ExchangeFile]? {
    if let part = document.part { return [part.file] }
    var files: [ExchangeFile] = []
    for file in document.files {
      do throws(FileFault) {
        files.append(ExchangeFile(name: file.name, bytes: try FileSystem.read(file.path)))
      } catch {
        result.diagnostics.append(Diagnostic(.error, code: "file-unreadable", error.reason, file: file.path))
        return nil
      }
    }
    return files
  }
}

extension ExchangeError {
  var diagnostic: Diagnostic {
    Diagnostic(
      .error, code: "exchange-unreadable", message, file: file,
      position: line.map { SourcePosition(line: $0, column: 1) })
  }
}
