/// Programs of the user that look for entities beside this one, and how to talk with them.
///
/// `Documentation/RECOGNIZERS.md` has the protocol.
public struct ExternalRecognizers: Sendable {
  /// Lines of the shell, in the order in which their names go before each other.
  public var commands: [String]
  public var labels: EntityLabels
  public var unit: OffsetUnit
  /// How many seconds a program may neither read nor write; 0 for ever.
  public var timeout: Int
  /// Whether our own names are kept where no program has one.
  public var keepsOwnNames: Bool

  public static let defaultTimeout = 600
  /// As many as a mention can tell apart.
  public static let maximumCount = 200

  public init(
    commands: [String] = [], labels: EntityLabels = EntityLabels(), unit: OffsetUnit = .codePoints,
    timeout: Int = Self.defaultTimeout, keepsOwnNames: Bool = true
  ) {
    precondition(commands.count <= Self.maximumCount, "at most \(Self.maximumCount) recognisers")
    self.commands = commands
    self.labels = labels
    self.unit = unit
    self.timeout = timeout
    self.keepsOwnNames = keepsOwnNames
  }

  /// Ends every program that runs, where this process is about to end.
  public static func endAll() { ChildProcess.endAll() }

  /// What a command is called where it does not say so itself: its program, or the script that an interpreter runs,
  /// without folders and arguments, which may hold what is nobody's business.
  public static func name(of command: String) -> String {
    let words = command.split(whereSeparator: \.isWhitespace).map { $0.trimmingQuotes }
    let meant = words.drop { $0.contains("=") }
    guard let first = meant.first.map(Path.name(of:)), !first.isEmpty else { return "recogniser" }
    let interpreters = ["python", "perl", "ruby", "node", "sh", "bash", "zsh", "env", "java", "Rscript", "php", "lua"]
    let bare = first.prefix { !$0.isNumber && $0 != "." }
    guard interpreters.contains(String(bare)) else { return first }
    // "python3 -m package" runs a package, "-c" the text behind it.
    let script = meant.dropFirst().first { !$0.hasPrefix("-") && !$0.contains("=") }
    if meant.dropFirst().first == "-c" || meant.dropFirst().first == "-e" { return first }
    return script.map(Path.name(of:)) ?? first
  }
}

extension Substring {
  fileprivate var trimmingQuotes: String {
    var rest = self
    while let first = rest.first, first == "'" || first == "\"" { rest.removeFirst() }
    while let last = rest.last, last == "'" || last == "\"" { rest.removeLast() }
    return String(rest)
  }
}
