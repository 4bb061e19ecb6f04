import ArticleModel
import EntityRecognition
import Testing

/// A Thursday.
private let today = CalendarDate(year: 2024, month: 6, day: 13)

@Suite("Dates")
struct DateRecognizerTests {
  @Test("absolute dates", arguments: absolute)
  func absoluteDate(_ test: GrammarCase) { check(test) }

  @Test("years, decades, centuries and eras", arguments: years)
  func year(_ test: GrammarCase) { check(test) }

  @Test("ranges", arguments: ranges)
  func range(_ test: GrammarCase) { check(test) }

  @Test("relative dates", arguments: relative)
  func relativeDate(_ test: GrammarCase) { check(test) }

  @Test("words and figures that are no dates", arguments: traps)
  func trap(_ test: GrammarCase) { check(test) }

  @Test("German, French and Spanish", arguments: otherLanguages)
  func otherLanguage(_ test: GrammarCase) { check(test) }

  @Test("cells, by their column", arguments: cells)
  func cell(_ test: ColumnCase) { #expect(test.found(DateRecognizer()) == test.mentions) }

  private static let cells = [
    ColumnCase("1850", .init(.date), "1850 → 1850"), ColumnCase("1850", .init(.number)),
    ColumnCase("2024", .init(.money)), ColumnCase("2021/22", .init(.date), "2021/22 → 2021/2022"),
    ColumnCase("12/05/2023", .init(.date, dateOrder: .dayFirst), "12/05/2023 → 2023-05-12"),
    ColumnCase("12/05/2023", .init(.date, dateOrder: .monthFirst), "12/05/2023 → 2023-12-05", language: "de"),
    ColumnCase("May", .init(.date), "May → --05"), ColumnCase("Marzo", .init(.date), "Marzo → --03", language: "es"),
    ColumnCase("3 May", .init(.date), "3 May → 2024-05-03"), ColumnCase("n/a", .init(.date)),
  ]

  @Test("the order of day and month", arguments: orders)
  func order(_ test: GrammarCase) { check(test) }

  private func check(_ test: GrammarCase) {
    #expect(Grammar.mentions(DateRecognizer(), test) == test.mentions)
  }

  @Test("an unambiguous date is surer than a bare year, and that than a relative one without value")
  func certainty() {
    func certainty(_ text: String) -> Float? {
      DateRecognizer().mentions(in: Grammar.input(text)).first?.certainty
    }
    #expect(certainty("on 13 June 2024") == 0.98)
    #expect(certainty("the 2024 election").map { $0 < 0.9 && $0 > 0.8 } == true)
    #expect(certainty("It ended last year.") == 0.7)
  }

  private static let absolute: [GrammarCase] = [
    GrammarCase("It began on 13 June 2024 in Kyiv.", "13 June 2024 → 2024-06-13"),
    GrammarCase("June 13, 2024", "June 13, 2024 → 2024-06-13"),
    GrammarCase("JUNE 13, 2024", "JUNE 13, 2024 → 2024-06-13"),
    GrammarCase("on the 13th of June, 2024, he said", "13th of June, 2024 → 2024-06-13"),
    GrammarCase("on June 13 he said", "June 13 → --06-13"),
    GrammarCase("on June 13th he said", "June 13th → --06-13"),
    GrammarCase("on 13 June he said", "13 June → --06-13"),
    GrammarCase("in June 2024", "June 2024 → 2024-06"),
    GrammarCase("in June of 2024", "June of 2024 → 2024-06"),
    GrammarCase("in May, 1750, he", "May, 1750 → 1750-05"),
    GrammarCase("2024-06-13", "2024-06-13 → 2024-06-13"),
    GrammarCase("at 2024-06-13T14:30:00Z exactly", "2024-06-13 → 2024-06-13"),
    GrammarCase("released 2024-06", "2024-06 → 2024-06"),
    GrammarCase("13.06.2024", "13.06.2024 → 2024-06-13"),
    GrammarCase("1.6.2024", "1.6.2024 → 2024-06-01"),
    GrammarCase("2024/06/13", "2024/06/13 → 2024-06-13"),
    GrammarCase("Thursday, June 13, 2024", "Thursday, June 13, 2024 → 2024-06-13"),
    GrammarCase("on Thursday 13 June 2024", "Thursday 13 June 2024 → 2024-06-13"),
    GrammarCase("on Thursday, the 13th of June", "Thursday, the 13th of June → --06-13"),
    GrammarCase("Fri., Jan. 5, 2024", "Fri., Jan. 5, 2024 → 2024-01-05"),
    GrammarCase("Sat 4 May 2024", "Sat 4 May 2024 → 2024-05-04"),
    GrammarCase("On Dec. 6th the army", "Dec. 6th → --12-06"),
    GrammarCase("on Sept. 11, 2001", "Sept. 11, 2001 → 2001-09-11"),
    GrammarCase("the 1st day of February 1860", "1st day of February 1860 → 1860-02-01"),
    GrammarCase("Q3 2024", "Q3 2024 → 2024-07/2024-09"),
    GrammarCase("H1 2024", "H1 2024 → 2024-01/2024-06"),
    GrammarCase("in the fourth quarter of 2023", "fourth quarter of 2023 → 2023-10/2023-12"),
    GrammarCase("in the second quarter of 2023", "second quarter of 2023 → 2023-04/2023-06"),
    GrammarCase("in the first half of 2024", "first half of 2024 → 2024-01/2024-06"),
    GrammarCase("in spring 2022", "spring 2022 → 2022-03/2022-05"),
    GrammarCase("in the summer of 2012", "summer of 2012 → 2012-06/2012-08"),
    GrammarCase("in the winter of 1776-77", "winter of 1776-77 → 1776-12/1777-02"),
    GrammarCase("in winter 2022", "winter 2022 → 2021-12..2023-02"),
    GrammarCase("in early 2024", "early 2024 → 2024-01..2024-04"),
    GrammarCase("in late 2024", "late 2024 → 2024-09..2024-12"),
    GrammarCase("in late March", "late March → --03-21..--03-31"),
    GrammarCase("in mid-June 2023", "mid-June 2023 → 2023-06-11..2023-06-20"),
    GrammarCase("in late February 2024", "late February 2024 → 2024-02-21..2024-02-29"),
    GrammarCase("29 February 2024", "29 February 2024 → 2024-02-29"),
    GrammarCase("29 February 2023", "29 February 2023 → -"),
    GrammarCase("on February 29", "February 29 → --02-29"),
    GrammarCase("31 June 2024", "31 June 2024 → -"),
    GrammarCase("30 February", "30 February → -"),
    GrammarCase("in September", "September → --09"),
    GrammarCase("in May and in March", "May → --05", "March → --03"),
    GrammarCase("since April", "April → --04"),
    GrammarCase("January was cold.", "January → --01"),
    GrammarCase("died on 30 September 420)", "30 September 420 → 0420-09-30"),
    GrammarCase("12-Jun-2024", "12-Jun-2024 → 2024-06-12"),
    GrammarCase("killed on 15 March 44 BC", "15 March 44 BC → -0044-03-15"),
    GrammarCase("on 24 August AD 79", "24 August AD 79 → 0079-08-24"),
    GrammarCase("on 31 December 1 BC", "31 December 1 BC → -0001-12-31"),
    GrammarCase("New Year’s Day 2024", "New Year’s Day 2024 → 2024-01-01"),
    GrammarCase("on Christmas Eve", "Christmas Eve → --12-24"),
    GrammarCase("in fiscal year 2025", "fiscal year 2025 → -"),
    GrammarCase("a 27 June 2016 meeting", "27 June 2016 → 2016-06-27"),
  ]

  private static let years: [GrammarCase] = [
    GrammarCase("in 2024", "2024 → 2024"),
    GrammarCase("since 1998", "1998 → 1998"),
    GrammarCase("by 2030", "2030 → 2030"),
    GrammarCase("the 2024 election", "2024 → 2024"),
    GrammarCase("a play (2019) by him", "2019 → 2019"),
    GrammarCase("(Williams, 2010)", "2010 → 2010"),
    GrammarCase("In 2016, the army", "2016 → 2016"),
    GrammarCase("2016 was a year of change.", "2016 → 2016"),
    GrammarCase("in 1648", "1648 → 1648"),
    GrammarCase("the year 71 saw", "71 → 0071"),
    GrammarCase("in the 1990s", "1990s → 1990/1999"),
    GrammarCase("in the 1990's", "1990's → 1990/1999"),
    GrammarCase("the mid-1990s", "mid-1990s → 1994..1996"),
    GrammarCase("the early 1990s", "early 1990s → 1990..1993"),
    GrammarCase("the late 1980s", "late 1980s → 1986..1989"),
    GrammarCase("the 1800s", "1800s → 1800/1899"),
    GrammarCase("the 2000s", "2000s → 2000/2009"),
    GrammarCase("in the ’90s", "’90s → 1990/1999"),
    GrammarCase("in the sixties", "sixties → 1960/1969"),
    GrammarCase("in the 21st century", "21st century → 2000/2099"),
    GrammarCase("a 19th-century house", "19th-century → 1800/1899"),
    GrammarCase("the twentieth century", "twentieth century → 1900/1999"),
    GrammarCase("the 5th century BC", "5th century BC → -0500/-0401"),
    GrammarCase("the 19th and 20th centuries", "19th and 20th centuries → 1800/1999"),
    GrammarCase("by the end of 1942", "end of 1942 → 1942-09..1942-12"),
    GrammarCase("the beginning of the 19th century", "beginning of the 19th century → 1800..1832"),
    GrammarCase("the second half of the 17th century", "second half of the 17th century → 1650..1699"),
    GrammarCase("the first half of the 1990s", "first half of the 1990s → 1990..1994"),
    GrammarCase("the later 1800s", "later 1800s → 1867..1899"),
    GrammarCase("the late eighties", "late eighties → 1986..1989"),
    GrammarCase("the 80's", "80's → 1980/1989"),
    GrammarCase(
      "the late 19th and early 20th centuries", "late 19th and early 20th centuries → 1867..1932"),
    GrammarCase("mid-5th century BC", "mid-5th century BC → -0467..-0434"),
    GrammarCase("the 1st century BC", "1st century BC → -0100/-0001"),
    GrammarCase("in 44 BC", "44 BC → -0044"),
    GrammarCase("in 44 B.C. he", "44 B.C. → -0044"),
    GrammarCase("in 1 BC", "1 BC → -0001"),
    GrammarCase("in AD 79", "AD 79 → 0079"),
    GrammarCase("in 394 AD", "394 AD → 0394"),
    GrammarCase("in AD842", "AD842 → 0842"),
    GrammarCase("on the front since 1895 is old", "1895 → 1895"),
    GrammarCase("Louis (died 1443) was", "1443 → 1443"),
    GrammarCase("circa 1880", "1880 → 1880"),
    GrammarCase("post-2015 order", "2015 → 2015"),
    GrammarCase("In 1687 and 1689 he", "1687 → 1687", "1689 → 1689"),
  ]

  private static let ranges: [GrammarCase] = [
    GrammarCase("the war of 1939–45", "1939–45 → 1939/1945"),
    GrammarCase("(1939–1945)", "1939–1945 → 1939/1945"),
    GrammarCase("2010-2015", "2010-2015 → 2010/2015"),
    GrammarCase("the 2024/25 season", "2024/25 → 2024/2025"),
    GrammarCase("the 1999/00 season", "1999/00 → 1999/2000"),
    GrammarCase("from May to July 2020", "May to July 2020 → 2020-05/2020-07"),
    GrammarCase("between 2014 and 2019", "2014 and 2019 → 2014/2019"),
    GrammarCase("from 1947 to 1960", "1947 to 1960 → 1947/1960"),
    GrammarCase("June 3–5, 2024", "June 3–5, 2024 → 2024-06-03/2024-06-05"),
    GrammarCase("3-5 June 2024", "3-5 June 2024 → 2024-06-03/2024-06-05"),
    GrammarCase("5 and 6 June 2024", "5 and 6 June 2024 → 2024-06-05/2024-06-06"),
    GrammarCase("June 30 – July 2, 2024", "June 30 – July 2, 2024 → 2024-06-30/2024-07-02"),
    GrammarCase("30 June to 2 July 2024", "30 June to 2 July 2024 → 2024-06-30/2024-07-02"),
    GrammarCase("from December to February 2024", "December to February 2024 → 2023-12/2024-02"),
    GrammarCase("January 1, 2020 – June 13, 2024", "January 1, 2020 – June 13, 2024 → 2020-01-01/2024-06-13"),
    GrammarCase("between July 2003 and December 2004", "July 2003 and December 2004 → 2003-07/2004-12"),
    GrammarCase("October–December 2023", "October–December 2023 → 2023-10/2023-12"),
    GrammarCase("2023-12-30 to 2024-01-02", "2023-12-30 to 2024-01-02 → 2023-12-30/2024-01-02"),
    GrammarCase("between October and April", "October and April → --10/--04"),
    GrammarCase("the Qin (221–206 BC)", "221–206 BC → -0221/-0206"),
    GrammarCase("from 264 to 146 BC", "264 to 146 BC → -0264/-0146"),
    GrammarCase("from 1618 to 1648", "1618 to 1648 → 1618/1648"),
    GrammarCase("between 1845 and 1852", "1845 and 1852 → 1845/1852"),
    GrammarCase("April–June 1944", "April–June 1944 → 1944-04/1944-06"),
    GrammarCase("May/June 1944", "May/June 1944 → 1944-05/1944-06"),
    GrammarCase("8/9 May 1945", "8/9 May 1945 → 1945-05-08/1945-05-09"),
    GrammarCase("between May and June in 1981", "May and June in 1981 → 1981-05/1981-06"),
    GrammarCase(
      "Bernoulli (German: [bɛ]; 8 February 1700 – 17 March 1782)", "8 February 1700 → 1700-02-08",
      "17 March 1782 → 1782-03-17"),
    GrammarCase("Anna Lind (1704 – 1787)", "1704 → 1704", "1787 → 1787"),
    GrammarCase("Anna Lind (1704–1787)", "1704–1787 → 1704/1787"),
    GrammarCase("the Cold War (1947 – 1991)", "1947 – 1991 → 1947/1991"),
    GrammarCase("Theodorus (c. 314 – 368)", "314 – 368 → 0314/0368"),
    GrammarCase("from 27 BC to AD 14", "27 BC to AD 14 → -0027/0014"),
    GrammarCase("2001-05 budget", "2001-05 → -"),
    GrammarCase("2001–05 budget", "2001–05 → 2001/2005"),
    GrammarCase("June 5–3, 2024", "June 5–3, 2024 → -"),
    GrammarCase("open Monday to Friday", "Monday to Friday → -"),
  ]

  private static let relative: [GrammarCase] = [
    GrammarCase("He said on Tuesday that", "Tuesday → 2024-06-11", date: today),
    GrammarCase("He said Thursday that", "Thursday → 2024-06-13", date: today),
    GrammarCase("He said Friday that", "Friday → 2024-06-07", date: today),
    GrammarCase("The talks will resume on Friday.", "Friday → 2024-06-14", date: today),
    GrammarCase("The talks will resume, he said on Friday.", "Friday → 2024-06-07", date: today),
    GrammarCase("last Friday", "last Friday → 2024-06-07", date: today),
    GrammarCase("next Tuesday", "next Tuesday → 2024-06-18", date: today),
    GrammarCase("this Saturday", "this Saturday → 2024-06-15", date: today),
    GrammarCase("on Tuesday", "Tuesday → -"),
    GrammarCase("on Tuesday", "Tuesday → -", date: CalendarDate(year: 2024, month: 6)),
    GrammarCase("yesterday", "yesterday → 2024-06-12", date: today),
    GrammarCase("Today the army", "Today → 2024-06-13", date: today),
    GrammarCase("tomorrow", "tomorrow → 2024-06-14", date: today),
    GrammarCase("yesterday", "yesterday → 2024-02-29", date: CalendarDate(year: 2024, month: 3, day: 1)),
    GrammarCase("last night", "last night → 2024-06-12", date: today),
    GrammarCase("this morning", "this morning → 2024-06-13", date: today),
    GrammarCase("last year", "last year → 2023", date: CalendarDate(year: 2024)),
    GrammarCase("next year", "next year → 2025", date: today),
    GrammarCase("last year", "last year → -"),
    GrammarCase("next week", "next week → 2024-06-17/2024-06-23", date: today),
    GrammarCase("last week", "last week → 2024-06-03/2024-06-09", date: today),
    GrammarCase("this month", "this month → 2024-06", date: today),
    GrammarCase("last month", "last month → 2023-12", date: CalendarDate(year: 2024, month: 1, day: 2)),
    GrammarCase("next month", "next month → 2025-01", date: CalendarDate(year: 2024, month: 12, day: 2)),
    GrammarCase("last quarter", "last quarter → 2023-10/2023-12", date: CalendarDate(year: 2024, month: 2, day: 2)),
    GrammarCase("two days ago", "two days ago → 2024-06-11", date: today),
    GrammarCase("3 months ago", "3 months ago → 2024-03", date: today),
    GrammarCase("a year ago", "a year ago → 2023", date: today),
    GrammarCase("twenty-five years ago", "twenty-five years ago → 1999", date: today),
    GrammarCase("two weeks ago", "two weeks ago → 2024-05-27..2024-06-02", date: today),
    GrammarCase("5,000 years ago", "5,000 years ago → -", date: today),
    GrammarCase("three years later", "three years later → -", date: today),
    GrammarCase("the following month", "following month → -", date: today),
    GrammarCase("the next day", "next day → -", date: today),
    GrammarCase("next autumn", "next autumn → 2024-09/2024-11", date: today),
    GrammarCase("last summer", "last summer → 2023-06/2023-08", date: today),
    GrammarCase("last winter", "last winter → 2023-12/2024-02", date: today),
    GrammarCase("last March", "last March → 2024-03", date: today),
    GrammarCase("next March", "next March → 2025-03", date: today),
    GrammarCase("in early March", "early March → 2024-03-01..2024-03-10", date: today),
    GrammarCase("on June 3", "June 3 → 2024-06-03", date: today),
    GrammarCase("on December 30", "December 30 → 2023-12-30", date: CalendarDate(year: 2024, month: 1, day: 5)),
    GrammarCase(
      "will be held on January 20", "January 20 → 2025-01-20", date: CalendarDate(year: 2024, month: 11, day: 6)),
    GrammarCase("Tuesday, June 11", "Tuesday, June 11 → 2024-06-11", date: today),
    GrammarCase("over the past three years", "past three years → 2021/2024", date: today),
  ]

  private static let traps: [GrammarCase] = [
    GrammarCase("You may go. It may rain 5 mm."),
    GrammarCase("They march on Rome and march 5 miles."),
    GrammarCase("May 5 million people vote"),
    GrammarCase("She sat in the sun for a second."),
    GrammarCase("The Second Army marched."),
    GrammarCase("some 2024 people came"),
    GrammarCase("over 2000 soldiers"),
    GrammarCase("for the past several years and in recent years"),
    GrammarCase("now and then"),
    GrammarCase("CVE-2024-1234 and ISO-2024-7"),
    GrammarCase("It cost $2024 and 2024%."),
    GrammarCase("1,700 U.S. troops"),
    GrammarCase("at 10.0.15.1 and v1.2.3"),
    GrammarCase("Theresa May and Augustus"),
    GrammarCase("said Theresa May in Brussels"),
    GrammarCase("USA Today reported"),
    GrammarCase("Black Friday sales"),
    GrammarCase("the Sunday Times"),
    GrammarCase("every Friday and on a Monday"),
    GrammarCase("August Wilson wrote plays"),
    GrammarCase("April Smith and June Carter"),
    GrammarCase("spring water caused the crane to fall"),
    GrammarCase("he won 13/06 and 5/13 of it"),
    GrammarCase("a 12 34 56 7890 number"),
    GrammarCase("12-34-5678"),
    GrammarCase("in his 90s"),
    GrammarCase("a 2000 year old tradition"),
    GrammarCase("2024:15 and 12:2024"),
    GrammarCase("the 5th Brigade"),
    GrammarCase("ca. 1000 authors"),
    GrammarCase("from 1200 to 1500 people"),
    GrammarCase("Science, p. 1225"),
    GrammarCase("under Rule 2016 more"),
    GrammarCase("at 1945 Elm Street"),
    GrammarCase("Peninsula University, 2100, Balanga City"),
    GrammarCase("Blade Runner 2049"),
    GrammarCase("2000 households used it"),
    GrammarCase(""),
  ]

  private static let otherLanguages: [GrammarCase] = [
    GrammarCase("am 13. Juni 2024", "13. Juni 2024 → 2024-06-13", language: "de"),
    GrammarCase("am Donnerstag, den 13. Juni 2024,", "Donnerstag, den 13. Juni 2024 → 2024-06-13", language: "de-AT"),
    GrammarCase("im Juni 2024", "Juni 2024 → 2024-06", language: "de"),
    GrammarCase("vom 3. bis 5. Juni 2024", "3. bis 5. Juni 2024 → 2024-06-03/2024-06-05", language: "de"),
    GrammarCase("Anfang 2024", "Anfang 2024 → 2024-01..2024-04", language: "de"),
    GrammarCase("Ende März 2024", "Ende März 2024 → 2024-03-21..2024-03-31", language: "de"),
    GrammarCase("die 1990er Jahre", "1990er Jahre → 1990/1999", language: "de"),
    GrammarCase("im 21. Jahrhundert", "21. Jahrhundert → 2000/2099", language: "de"),
    GrammarCase("44 v. Chr.", "44 v. Chr. → -0044", language: "de"),
    GrammarCase("gestern", "gestern → 2024-06-12", language: "de", date: today),
    GrammarCase("am Morgen kam er"),
    GrammarCase("vor zwei Tagen", "vor zwei Tagen → 2024-06-11", language: "de", date: today),
    GrammarCase("im vergangenen Jahr", "vergangenen Jahr → 2023", language: "de", date: today),
    GrammarCase("nächste Woche", "nächste Woche → 2024-06-17/2024-06-23", language: "de", date: today),
    GrammarCase("im 4. Quartal 2023", "4. Quartal 2023 → 2023-10/2023-12", language: "de"),
    GrammarCase("im Herbst 2022", "Herbst 2022 → 2022-09/2022-11", language: "de"),
    GrammarCase("zwischen 2014 und 2019", "2014 und 2019 → 2014/2019", language: "de"),
    GrammarCase("le 13 juin 2024", "13 juin 2024 → 2024-06-13", language: "fr"),
    GrammarCase("le 1er juin 2024", "1er juin 2024 → 2024-06-01", language: "fr"),
    GrammarCase("le jeudi 13 juin 2024", "jeudi 13 juin 2024 → 2024-06-13", language: "fr"),
    GrammarCase("du 3 au 5 juin 2024", "3 au 5 juin 2024 → 2024-06-03/2024-06-05", language: "fr"),
    GrammarCase("début mars", "début mars → --03-01..--03-10", language: "fr"),
    GrammarCase("mi-juin 2023", "mi-juin 2023 → 2023-06-11..2023-06-20", language: "fr"),
    GrammarCase("hier", "hier → 2024-06-12", language: "fr", date: today),
    GrammarCase("la semaine dernière", "semaine dernière → 2024-06-03/2024-06-09", language: "fr", date: today),
    GrammarCase("il y a deux jours", "il y a deux jours → 2024-06-11", language: "fr", date: today),
    GrammarCase("les années 1990", "années 1990 → 1990/1999", language: "fr"),
    GrammarCase("au XXIe siècle", "XXIe siècle → 2000/2099", language: "fr"),
    GrammarCase("en 2024", "2024 → 2024", language: "fr"),
    GrammarCase("13/06/2024", "13/06/2024 → 2024-06-13", language: "fr"),
    GrammarCase("05/06/2024", "05/06/2024 → 2024-06-05", language: "fr"),
    GrammarCase("el 13 de junio de 2024", "13 de junio de 2024 → 2024-06-13", language: "es"),
    GrammarCase("en junio de 2024", "junio de 2024 → 2024-06", language: "es"),
    GrammarCase("el jueves, 13 de junio", "jueves, 13 de junio → --06-13", language: "es"),
    GrammarCase("ayer", "ayer → 2024-06-12", language: "es", date: today),
    GrammarCase("el año pasado", "año pasado → 2023", language: "es", date: today),
    GrammarCase("hace dos días", "hace dos días → 2024-06-11", language: "es", date: today),
    GrammarCase("a mediados de junio de 2023", "mediados de junio de 2023 → 2023-06-11..2023-06-20", language: "es"),
    GrammarCase("el siglo XXI", "siglo XXI → 2000/2099", language: "es"),
    GrammarCase("im Jahre 1618", "1618 → 1618", language: "de"),
    GrammarCase("Mitte des 19. Jahrhunderts", "Mitte des 19. Jahrhunderts → 1833..1866", language: "de"),
    GrammarCase("Ende der 1990er Jahre", "Ende der 1990er Jahre → 1996..1999", language: "de"),
    GrammarCase("Mitte der 1990er", "Mitte der 1990er → 1994..1996", language: "de"),
    GrammarCase("ein Glas der 1990er Riesling", language: "de"),
    GrammarCase("in den Neunzigerjahren", "Neunzigerjahren → 1990/1999", language: "de"),
    GrammarCase("von 1914 bis 1918", "1914 bis 1918 → 1914/1918", language: "de"),
    GrammarCase("am 13.6. gilt das", "13.6. → 2024-06-13", language: "de", date: today),
    GrammarCase("im Wert von 13.6", language: "de"),
    GrammarCase("vor zwei Wochen", "vor zwei Wochen → 2024-05-27..2024-06-02", language: "de", date: today),
    GrammarCase("fin mai", "fin mai → 2024-05-21..2024-05-31", language: "fr", date: today),
    GrammarCase("au début du XXe siècle", "début du XXe siècle → 1900..1932", language: "fr"),
    GrammarCase("mardi dernier", "mardi dernier → 2024-06-11", language: "fr", date: today),
    GrammarCase("en mars dernier", "mars dernier → 2024-03", language: "fr", date: today),
    GrammarCase("l’an dernier", "an dernier → 2023", language: "fr", date: today),
    GrammarCase("pendant l’été 2020", "été 2020 → 2020-06/2020-08", language: "fr"),
    GrammarCase("cette semaine", "cette semaine → 2024-06-10/2024-06-16", language: "fr", date: today),
    GrammarCase("cette année-là", language: "fr", date: today),
    GrammarCase("de 1914 à 1918", "1914 à 1918 → 1914/1918", language: "fr"),
    GrammarCase("los años noventa", "años noventa → 1990/1999", language: "es"),
    GrammarCase("la década de 1990", "década de 1990 → 1990/1999", language: "es"),
    GrammarCase("en el siglo V a. C.", "siglo V a. C. → -0500/-0401", language: "es"),
    GrammarCase("anunció este lunes", "este lunes → 2024-06-10", language: "es", date: today),
    GrammarCase("en marzo pasado", "marzo pasado → 2024-03", language: "es", date: today),
    GrammarCase("il 13 giugno 2024", "13 giugno 2024 → 2024-06-13", language: "it"),
    GrammarCase("op 13 juni 2024", "13 juni 2024 → 2024-06-13", language: "nl"),
    GrammarCase("em 25 de abril de 1974", "25 de abril de 1974 → 1974-04-25", language: "pt"),
    GrammarCase("2024-06-13 r.", "2024-06-13 → 2024-06-13", language: "pl"),
  ]

  private static let orders: [GrammarCase] = [
    GrammarCase("13/06/2024", "13/06/2024 → 2024-06-13"),
    GrammarCase("06/13/2024", "06/13/2024 → 2024-06-13"),
    GrammarCase("05/06/2024", "05/06/2024 → -"),
    GrammarCase("06/06/2024", "06/06/2024 → 2024-06-06"),
    GrammarCase("05/06/2024 and 13/06/2024", "05/06/2024 → 2024-06-05", "13/06/2024 → 2024-06-13"),
    GrammarCase("05/06/2024 and 06/13/2024", "05/06/2024 → 2024-05-06", "06/13/2024 → 2024-06-13"),
    GrammarCase(
      "05/06/2024, 13/06/2024 and 06/13/2024", "05/06/2024 → -", "13/06/2024 → 2024-06-13", "06/13/2024 → 2024-06-13"),
    GrammarCase("13/06/24", "13/06/24 → 2024-06-13"),
    GrammarCase("31/06/2024", "31/06/2024 → -"),
  ]
}

@Suite("Date lines")
struct DateLineTests {
  @Test(
    "ISO 8601",
    arguments: [
      ("2024", CalendarDate(year: 2024)), ("2024-06", CalendarDate(year: 2024, month: 6)), ("2024-06-13", today),
      ("2024-06-13T14:30:00Z", today), ("2024-06-13 14:30", today), ("2024-02-30", nil), ("2024-13", nil),
      ("24-06-13", nil),
      ("2024-6-1", nil), ("0000", nil), ("", nil), ("2024-06-13x", nil),
    ] as [(String, CalendarDate?)])
  func iso(_ text: String, _ expected: CalendarDate?) {
    #expect(DateRecognizer.calendarDate(fromISO: text) == expected)
  }

  @Test(
    "articles that say when they were written",
    arguments: [
      ([.title, .paragraph], ["Wikinews interviews X Wednesday, October 9, 2013", "October is near."], "2013-10-09"),
      ([.title, .paragraph], ["New flag", "Thursday, May 7, 2015 On Tuesday, they met."], "2015-05-07"),
      ([.title, .paragraph], ["New flag", "On Thursday, May 7, 2015 they met."], nil),
      ([.title, .paragraph], ["The war that began on June 13, 2024", "It ended."], nil),
      ([.title, .byline], ["New flag", "By Ana Kovač, 13 June 2024"], "2024-06-13"),
      ([.title, .dateline], ["New flag", "Berlin, 13 June 2024"], "2024-06-13"),
    ] as [([BlockKind], [String], String?)])
  func article(_ kinds: [BlockKind], _ texts: [String], _ expected: String?) {
    let source = SourceText(name: "", texts.joined(separator: "\n"))
    var blocks: [Block] = []
    var start = 0
    for (kind, text) in zip(kinds, texts) {
      let run = TextRun(SourceRange(start..<start + text.utf8.count))
      start += text.utf8.count + 1
      switch kind {
      case .title: blocks.append(.title(run))
      case .paragraph: blocks.append(.paragraph(run))
      case .byline: blocks.append(.byline(run))
      case .dateline: blocks.append(.dateline(run))
      }
    }
    let date = DateRecognizer.calendarDate(of: ArticleStructure(blocks: blocks), in: source, language: "en")
    #expect(date == expected.flatMap(DateRecognizer.calendarDate(fromISO:)))
  }

  enum BlockKind: Sendable { case title, paragraph, byline, dateline }

  @Test(
    "lines that date an article",
    arguments: [
      ("13 June 2024", "en", today), ("Published: 13.06.2024", "en", today), ("BRUSSELS, 13 June 2024", "en", today),
      ("Thursday, June 13, 2024", "en", today), ("Updated 2024-06-13 14:30 GMT", "en", today),
      ("Berlin, den 13. Juni 2024", "de", today), ("Publié le 13 juin 2024 à 14h30", "fr", today),
      ("Madrid, 13 de junio de 2024", "es", today), ("13 June 2024", "de", today),
      ("June 2024", "en", CalendarDate(year: 2024, month: 6)),
      ("05/06/2024", "en", nil), ("in 2024", "en", nil), ("By Ana Kovač", "en", nil), ("31 June 2024", "en", nil),
      ("", "en", nil),
    ] as [(String, String, CalendarDate?)])
  func line(_ text: String, _ language: String, _ expected: CalendarDate?) {
    #expect(DateRecognizer.calendarDate(inLine: text, language: language) == expected)
  }
}
