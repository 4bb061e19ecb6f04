import ArticleModel
import Testing

@Suite struct GregorianCalendarTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (1582, 10, 15, -141_427),
    (1, 1, 1, -719_162), (0, 12, 31, -719_163), (0, 2, 29, -719_469), (-4, 3, 1, -720_929),
  ])
  func daysHaveNumbers(year: Int, month: Int, day: Int, number: Int) {
    #expect(GregorianCalendar.dayNumber(year: year, month: month, day: day) == number)
    #expect(GregorianCalendar.date(ofDayNumber: number) == (year, month, day))
  }

  /// Counted day by day, over a cycle of 400 years on either side of the year 0.
  @Test func numbersFollowEachOther() {
    var number = GregorianCalendar.dayNumber(year: -400, month: 1, day: 1)
    for year in -400..<400 {
      for month in 1...12 {
        for day in 1...GregorianCalendar.days(inMonth: month, of: year) {
          guard GregorianCalendar.dayNumber(year: year, month: month, day: day) == number,
            GregorianCalendar.date(ofDayNumber: number) == (year, month, day)
          else {
            Issue.record("\(year)-\(month)-\(day) is not day \(number)")
            return
          }
          number += 1
        }
      }
    }
  }

  @Test(arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (0, 29), (nil, 29)])
  func februaryChanges(year: Int?, length: Int) {
    #expect(GregorianCalendar.days(inMonth: 2, of: year) == length)
  }
}
