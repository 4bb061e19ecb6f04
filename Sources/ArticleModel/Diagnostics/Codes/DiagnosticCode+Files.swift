extension DiagnosticCode {
  /// What is wrong with files and folders.
  static let fileGroup = Group(
    title: "Files and folders",
    introduction: "A file that cannot be read does not stop the others.",
    codes: [
      DiagnosticCode(
        "file-missing", "There is no such file or folder, or none that a pattern means",
        example: "no such file or folder",
        remedy: "Look at the path, or at what the pattern means; a link may lead nowhere."),
      DiagnosticCode(
        "file-unreadable", "A file cannot be read", example: "permission denied",
        remedy: "Look at the permissions of the file and of the folders above it; --max-size lets larger files be read."
      ),
      DiagnosticCode(
        "file-name-not-utf8", "The name of a file is not UTF-8",
        example: "the name of the file is not UTF-8; expected UTF-8",
        remedy: "Rename the file."),
      DiagnosticCode(
        "folder-empty", "A folder holds no file of the kind that is read", example: "folder holds no .xml file",
        remedy: "Name the folder that holds the files; hidden ones are left out."),
      DiagnosticCode(
        "folder-unreadable", "A folder cannot be listed", example: "permission denied",
        remedy: "Look at its permissions."),
      DiagnosticCode(
        "name-taken", severity: "note", "The name of the output belongs to another file",
        example: "\"a.xml\" is the name of another file; written as \"a-2.xml\"",
        remedy: "Nothing is to be done; rename one of the two sources to have other names."),
      DiagnosticCode(
        "output-exists", "What would be written over is there already",
        example: "another version of the file is there; --force writes over it",
        remedy: "Write to another place, or say --force."),
      DiagnosticCode(
        "export-empty", "There is no TEI in the only file of an export",
        example: "no TEI stands in the file; expected the folder of those that the corpus takes in",
        remedy:
          "Name the folder of the archive, or its files; a corpus that takes in others by XInclude is passed over."),
      DiagnosticCode(
        "export-markup", "The markup of a file cannot be changed where it stands",
        example: "the file is in another encoding than UTF-8; expected UTF-8",
        remedy: "Write the file anew in UTF-8, with characters in the place of entities that it declares."),
      DiagnosticCode(
        "cache-unwritable", severity: "warning", "The cache of validate cannot be written",
        example: "permission denied",
        remedy: "What was found is right, and the next run takes as long. Name another folder with --cache-dir."),
      DiagnosticCode(
        "output-unwritable", "A file cannot be written", example: "cannot be written: no space left on device",
        remedy: "Look at the permissions of the folder and at the space on the disk."),
    ])
}
