/// Short forms of given names: with the same surname, Bill and William are one person.
enum Nicknames {
  /// The given name that a short form is of, or the word itself.
  static func full(_ word: FoldedWord) -> UInt64 { table[word.hash] ?? word.hash }

  private static let table: [UInt64: UInt64] = {
    var table: [UInt64: UInt64] = [:]
    for line in list.split(separator: "\n") {
      let names = line.split(separator: " ").map { FoldedWord($0.utf8).hash }
      for name in names.dropFirst() { table[name] = names[0] }
    }
    return table
  }()

  /// A given name and the forms that are of it and of no other; "Alex", "Chris" and "Pat" may be of several.
  private static let list = """
    andrew andy
    anthony tony
    benjamin benny
    charles charlie chuck
    christopher topher
    daniel dan danny
    david dave davey
    deborah debbie
    donald don donny
    douglas doug
    edward ed eddie ted
    elizabeth liz beth betty
    frederick fred freddie
    gregory greg
    herbert herb
    james jim jimmy
    jeffrey jeff
    joseph joe joey
    joshua josh
    kenneth ken kenny
    lawrence larry
    leonard lenny
    matthew matt
    michael mike mickey
    nicholas nick
    patricia patty
    peter pete
    philip phil
    raymond ray
    richard dick rick ricky
    robert bob bobby rob robbie
    ronald ron ronnie
    samuel sam sammy
    stephen steve
    susan sue
    thomas tom tommy
    timothy tim
    walter walt
    william bill billy will willie
    """
}
