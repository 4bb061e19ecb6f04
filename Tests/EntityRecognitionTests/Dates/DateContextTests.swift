import ArticleModel
import EntityRecognition
import Testing

/// A Thursday.
private let today = CalendarDate(year: 2024, month: 6, day: 13)
private let spring = CalendarDate(year: 2024, month: 5, day: 3)
private let autumn = CalendarDate(year: 2023, month: 11, day: 3)
private let september = CalendarDate(year: 2024, month: 9, day: 12)

/// Dates that the words around them complete: the tense of the sentence, the date before, a list, the style of others.
@Suite("Dates in their context")
struct DateContextTests {
  @Test("the year of a month, by the tense of its sentence", arguments: tenses)
  func tense(_ test: GrammarCase) { check(test) }

  @Test("the year of a text about the past", arguments: narratives)
  func narrative(_ test: GrammarCase) { check(test) }

  @Test("dates that count from the one before them", arguments: anchors)
  func anchor(_ test: GrammarCase) { check(test) }

  @Test("today and nowadays", arguments: nowadays)
  func todayOrNowadays(_ test: GrammarCase) { check(test) }

  @Test("the order of day and month, from the names of months, the region and the article's date", arguments: orders)
  func order(_ test: GrammarCase) { check(test) }

  private func check(_ test: GrammarCase) {
    #expect(Grammar.mentions(DateRecognizer(), test) == test.mentions)
  }

  private static let tenses: [GrammarCase] = [
    GrammarCase("It was announced in January.", "January → 2024-01", date: september),
    GrammarCase("It will start in January.", "January → 2025-01", date: september),
    GrammarCase("It is to run from January.", "January → 2025-01", date: september),
    GrammarCase("See January for more.", "January → --01", date: september),
    GrammarCase("He announced elections for November 5.", "November 5 → 2024-11-05", date: september),
    GrammarCase("The season starts in October.", "October → 2024-10", date: september),
    GrammarCase(
      "The court will rule on June 20, after arguments on March 3.", "June 20 → 2024-06-20", "March 3 → 2024-03-03",
      date: today),
    GrammarCase("On Friday the talks will resume.", "Friday → 2024-06-14", date: today),
    GrammarCase("He must reply by Friday.", "Friday → 2024-06-14", date: today),
    GrammarCase("It was agreed over the weekend.", "weekend → 2024-06-08/2024-06-09", date: today),
    GrammarCase(
      "Il rouvrira le 8 juin, a annoncé vendredi la ville.", "8 juin → 2024-06-08", "vendredi → 2024-05-03",
      language: "fr", date: spring),
    GrammarCase("Ils ont été invités en juin.", "juin → 2024-06", language: "fr", date: spring),
    GrammarCase("Abrirá el martes.", "martes → 2024-06-18", language: "es", date: today),
    GrammarCase("der Frost im April", "April → 2023-04", language: "de", date: autumn),
    GrammarCase("next Friday", "next Friday → -", date: today),
    GrammarCase("in the fall of 2020, the army", "fall of 2020 → 2020-09/2020-11", date: today),
  ]

  private static let narratives: [GrammarCase] = [
    GrammarCase("In 1920 he married. He died on 5 June.", "1920 → 1920", "5 June → 1920-06-05"),
    GrammarCase(
      "On September 1, 2012 he played. On September 4 he scored.", "September 1, 2012 → 2012-09-01",
      "September 4 → 2012-09-04", date: today),
    GrammarCase(
      "The company, founded in 1998, announced on June 3 that it was sold.", "1998 → 1998", "June 3 → 2024-06-03",
      date: today),
    GrammarCase("It fell in November 1942. In January it ended.", "November 1942 → 1942-11", "January → 1943-01"),
    GrammarCase("Smith (1998) is cited. It closed on 5 June.", "1998 → 1998", "5 June → --06-05"),
    GrammarCase(
      "On 15 June, 20 June, 3 July and 6 July 1944", "15 June → 1944-06-15", "20 June → 1944-06-20",
      "3 July → 1944-07-03", "6 July 1944 → 1944-07-06"),
    GrammarCase("In 347 AD he was born. In 366 he left.", "347 AD → 0347", "366 → 0366"),
    GrammarCase("In 480 BC they won. In 479 they won again.", "480 BC → -0480", "479 → -0479"),
    GrammarCase("In 366 cases they won."),
    GrammarCase("In 642, the king died.", "642 → 0642"),
  ]

  private static let anchors: [GrammarCase] = [
    GrammarCase("In 1920 he left. That year he died.", "1920 → 1920", "That year → 1920"),
    GrammarCase("In 1920 he left. Two years later he died.", "1920 → 1920", "Two years later → 1922"),
    GrammarCase("About 170 years later, in 1896, it was found.", "170 years later → 1896", "1896 → 1896"),
    GrammarCase("On 9 May 1945 he left. The next day he died.", "9 May 1945 → 1945-05-09", "next day → 1945-05-10"),
    GrammarCase("In May 1945 he left. The following month he died.", "May 1945 → 1945-05", "following month → 1945-06"),
    GrammarCase("He left in 1990, up from the year before.", "1990 → 1990", "year before → 1989"),
    GrammarCase("He waits until May of next year.", "May of next year → 2025-05", date: today),
    GrammarCase("It rose in 1990. In June that year it fell.", "1990 → 1990", "June that year → 1990-06"),
    GrammarCase("From 1914 to 1918 there was war. That year it ended.", "1914 to 1918 → 1914/1918", "That year → -"),
    GrammarCase("the first Monday of September 2024", "first Monday of September 2024 → 2024-09-02"),
    GrammarCase("the last Friday in May 2024", "last Friday in May 2024 → 2024-05-31"),
  ]

  private static let nowadays: [GrammarCase] = [
    GrammarCase("It is still in use today.", date: today),
    GrammarCase("It is known today as Gaul."),
    GrammarCase("in today’s world", date: today),
    GrammarCase("Today textile is made there."),
    GrammarCase("The army said today it left.", "today → -"),
    GrammarCase("Today the court ruled.", "Today → 2024-06-13", date: today),
    GrammarCase("the technologies of tomorrow", date: today),
    GrammarCase("one flight per week on Thursday"),
    GrammarCase("on Saturday mornings"),
    GrammarCase("They are to reach 300 GW, up from 30 GW today.", "today → -"),
  ]

  private static let orders: [GrammarCase] = [
    GrammarCase("On 06/05/2024, after April 3, 2024.", "06/05/2024 → 2024-06-05", "April 3, 2024 → 2024-04-03"),
    GrammarCase("On 06/05/2024, after 3 April 2024.", "06/05/2024 → 2024-05-06", "3 April 2024 → 2024-04-03"),
    GrammarCase(
      "On 06/05/2024, after 3 April 2024 and May 2, 2024.", "06/05/2024 → -", "3 April 2024 → 2024-04-03",
      "May 2, 2024 → 2024-05-02"),
    GrammarCase("06/05/2024", "06/05/2024 → 2024-05-06", language: "en-GB"),
    GrammarCase("06/05/2024", "06/05/2024 → 2024-06-05", language: "en-US"),
    GrammarCase("13/06/2024 and 06/05/2024", "13/06/2024 → 2024-06-13", "06/05/2024 → 2024-05-06", language: "en-US"),
    GrammarCase("06/13/2024", "06/13/2024 → 2024-06-13", date: today),
    GrammarCase(
      "06/05/2024", "06/05/2024 → 2024-05-06", date: CalendarDate(year: 2024, month: 5, day: 6)),
    GrammarCase("6/13/24", "6/13/24 → 2024-06-13"),
  ]
}
