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
  /// Whether it is told what the annotations are afterwards.
  var keepsStates = false
  /// The schemas that files name.
  let schemas = SchemaStore(catalogs: nil)

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

  /// A document that came back, and what of it is to be written.
  private struct Home {
    var files: ImportedFiles
    /// The `TEI` in the order of the file.
    var number: Int
    var document: ImportedDocument
    var changes: AnnotationChanges
  }

  /// What comes of some of the changes, document by document.
  private struct Attempt {
    var outcomes: [AnnotationEditor.Outcome?]
    var made: [AnnotationChanges]
    var bytes: [UInt8]
  }

  private func apply(
    _ documents: [ImportedFiles], _ bytes: [UInt8], _ table: XMLNodeTable, _ result: inout ImportedFile
  ) {
    let homes = self.homes(documents, bytes, table, &result)
    let changes = homes.indices.flatMap { home in homes[home].changes.changes.indices.map { (home, $0) } }
    let wide = WideEncoding(of: bytes)
    let source = wide?.decode(bytes) ?? bytes
    let editor = changes.isEmpty ? nil : self.editor(source, table, &result)
    guard changes.isEmpty || editor != nil else { return }
    var check = EditedFileCheck(bytes, table, file: result.input.path, store: schemas)
    func attempt(_ numbers: [Int]) -> Attempt {
      var chosen = homes.map { _ in [Int]() }
      for number in numbers { chosen[changes[number].0].append(changes[number].1) }
      let made = homes.indices.map { homes[$0].changes.only(chosen[$0]) }
      guard var editor else { return Attempt(outcomes: homes.map { _ in nil }, made: made, bytes: bytes) }
      let outcomes = homes.indices.map { index in
        made[index].changes.isEmpty
          ? nil
          : editor.apply(made[index], to: homes[index].document.reader, numbers: homes[index].document.numbers)
      }
      let isChanged = outcomes.contains { $0.map { !$0.applied.isEmpty } ?? false }
      return Attempt(outcomes: outcomes, made: made, bytes: isChanged ? written(editor, wide) : bytes)
    }
    var last: (numbers: [Int], attempt: Attempt)?
    let likeness = { (number: Int) in
      let home = homes[changes[number].0].changes
      let change = home.changes[changes[number].1]
      let type = change.after.map { home.after.annotations[$0].type } ?? ""
      return "\(change.kind) \(type) \(change.parts)"
    }
    let held = HeldBackChanges(count: changes.count, size: bytes.count, likeness: likeness) { numbers in
      let made = attempt(numbers)
      last = (numbers, made)
      return made.bytes == bytes ? nil : check.fault(of: made.bytes)
    }
    let made = last.flatMap { $0.numbers == held.kept ? $0.attempt : nil } ?? attempt(held.kept)
    var settled: [Home] = []
    for (index, home) in homes.enumerated() {
      var document = home.document
      for (number, reason) in held.held where changes[number].0 == index {
        document.hold(home.changes.changes[changes[number].1], of: home.changes, reason)
      }
      if let outcome = made.outcomes[index] { document.take(outcome) }
      result.diagnostics += document.conflicts(in: table, file: result.input.path)
      if let outcome = made.outcomes[index] {
        result.changes += document.changesMade(outcome, of: made.made[index])
        result.diagnostics += document.diagnostics(of: outcome, in: table, file: result.input.path)
      }
      // Of what was held beside a version before, the manifest keeps that version.
      if document.isSettled, !document.isTransported { settled.append(home) }
    }
    guard made.bytes != bytes else { return }
    result.bytes = made.bytes
    settle(settled, &result)
  }

  private func written(_ editor: AnnotationEditor, _ wide: WideEncoding?) -> [UInt8] {
    let bytes = editor.write()
    return wide?.encode(bytes) ?? bytes
  }

  /// Notes for the manifest what the file is now.
  private func settle(_ homes: [Home], _ result: inout ImportedFile) {
    guard keepsStates, !homes.isEmpty, let bytes = result.bytes,
      let table = try? XMLNodeTable(parsing: bytes, name: result.input.path, names: XMLNodeNames())
    else { return }
    let tops = TEIDocuments.of(table)
    let declarations = StandoffDeclarations(table)
    let digest = Digest.sha256(bytes)
    for home in homes {
      // Mentions are written into documents: there are as many as before, in the same order.
      guard let entry = home.files.entry, home.number < tops.count else { continue }
      let reader = StandoffReader(table, of: tops[home.number], declarations: declarations)
      let state = ExportManifest.State(home.files.selection.apply(to: reader.document))
      result.settled[entry] = ImportedFile.Settled(digest: digest, state: state)
    }
  }

  /// What of the documents came back, in their order.
  private func homes(
    _ documents: [ImportedFiles], _ bytes: [UInt8], _ table: XMLNodeTable, _ result: inout ImportedFile
  ) -> [Home] {
    let digest = Digest.sha256(bytes)
    let tops = TEIDocuments.of(table)
    let declarations = StandoffDeclarations(table)
    var homes: [Home] = []
    var (met, read): (Set<Int32>, Set<Int32>) = ([], [])
    let labelled = Dictionary(grouping: tops) { DocumentLabel.of($0) }
    let numbers = Dictionary(uniqueKeysWithValues: tops.enumerated().map { ($1.number, $0) })
    for document in documents {
      let top = document.label.map { labelled[$0]?.dropFirst(document.ordinal).first } ?? tops.first
      guard let top else {
        let message =
          "the file has no document \"\(document.label ?? "")\"; expected that of \"\(document.files[0].name)\""
        result.diagnostics.append(Diagnostic(.error, code: "import-document", message, file: result.input.path))
        continue
      }
      guard let files = contents(of: document, &result) else { continue }
      if met.insert(top.number).inserted { result.documents += 1 }
      // What is as it was exported brings nothing home.
      if !document.digests.isEmpty, files.allSatisfy({ document.digests[$0.name] == Digest.sha256($0.bytes) }) {
        continue
      }
      guard read.insert(top.number).inserted else {
        let message =
          "the document \"\(DocumentLabel.of(top))\" has come home by other files; expected those of one annotator"
        result.diagnostics.append(
          Diagnostic(.error, code: "import-document", message, file: document.files[0].path))
        continue
      }
      let reader = StandoffReader(table, of: top, declarations: declarations)
      do throws(ExchangeError) {
        var home = try ImportedDocument(
          document, files, reader, format: format, selection: document.selection, digest: digest,
          allowsRemovals: allowsRemovals)
        if let changes = home.changes {
          homes.append(Home(files: document, number: numbers[top.number] ?? 0, document: home, changes: changes))
        } else {
          result.diagnostics += home.conflicts(in: table, file: result.input.path)
        }
      } catch {
        var fault = error
        if let part = document.part { fault.line = fault.line.map { $0 + part.lines } }
        fault.file = document.files.first { $0.name == error.file }?.path ?? error.file
        result.diagnostics.append(fault.diagnostic)
      }
    }
    return homes
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
