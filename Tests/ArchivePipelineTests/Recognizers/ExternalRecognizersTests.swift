import Testing

@testable import ArchivePipeline

@Suite struct ExternalRecognizersTests {
  @Test(
    arguments: zip(
      [
        "jq -c '.x'", "/home/ana/bin/ner --token secret", "python3 /home/ana/ner.py en_core_web_sm",
        "python3.11 -u ner.py", "LANG=C java -jar ner.jar", "python3 -m stanza.serve",
        "python3 -c 'import x'", "   ", "env A=b ruby.sh",
      ],
      ["jq", "ner", "ner.py", "ner.py", "ner.jar", "stanza.serve", "python3", "recogniser", "ruby.sh"]))
  func aNameHasNoFolderAndNoArgument(_ command: String, _ name: String) {
    #expect(ExternalRecognizers.name(of: command) == name)
  }
}
