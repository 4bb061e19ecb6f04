/// What a word means to the grammar of dates.
struct DateWord: Sendable {
  enum Role: UInt8, Sendable {
    case none
    /// 1 to 12
    case month
    /// 1 for Monday to 7 for Sunday
    case weekday
    /// 1 spring, 2 summer, 3 autumn, 4 winter
    case season
    case ordinal
    case cardinal
    /// A ``DateUnit``
    case unit
    /// Days from today
    case relativeDay
    /// "last", "next", "this": −1, 1, 0
    case deictic
    /// "following", "previous", "same": relative to another date of the text
    case anaphoric
    /// 1 early, 2 mid, 3 late
    case part
    /// "ago", and "il y a" by its first word, which stands before the duration
    case ago, agoBefore
    /// "later", "earlier"
    case later
    /// −1 before Christ, 1 after
    case era
    /// "to", "until", "bis": between the ends of a range
    case to
    case and
    /// Before a range: "from", "between"
    case from, between
    /// A preposition after which a bare number is a year
    case preposition
    case of
    case the
    /// "year", "Jahr", "année": before a year
    case year
    /// "sixties": the tens
    case decadeName
    /// "années", "años": before a decade
    case decadeNoun
    /// What is counted, so that the figure before it is no year
    case counted
    /// Before a figure that is a name or a count, not a year
    case notYear
    /// A verb that looks ahead or back
    case future, past
    /// A verb that does neither: "starts in March"
    case present
    /// "beginning", "end": with "of", 1 to 3 as ``part``
    case edge
    /// Month and day in figures, 1225
    case holiday
    /// "fiscal": before a year that is none of the calendar
    case fiscal
  }

  var role: Role
  var value: Int16
  /// "Jan", "Sat": a date only beside a figure.
  var isAbbreviation = false
  /// "May", "March": a month only where the words around it say so.
  var isAmbiguous = false

  static let none = DateWord(role: .none, value: 0)
}

/// The units of the calendar that relative dates count in.
enum DateUnit: Int16 {
  case day = 1, week, month, year, decade, century, quarter, half, partOfDay, weekend, fortnight
}
