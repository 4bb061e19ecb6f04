import ArticleModel
import EntityRecognition
import Testing

@Suite("Times")
struct TimeRecognizerTests {
  @Test("times of day", arguments: cases)
  func time(_ test: GrammarCase) {
    #expect(Grammar.mentions(TimeRecognizer(), test) == test.mentions)
  }

  private static let cases: [GrammarCase] = [
    GrammarCase("at 14:30 local time", "14:30 → 14:30:00"),
    GrammarCase("at 2.30pm", "2.30pm → 14:30:00"),
    GrammarCase("at 2:30pm", "2:30pm → 14:30:00"),
    GrammarCase("at 2:30 p.m.", "2:30 p.m. → 14:30:00"),
    GrammarCase("at 2.30 pm", "2.30 pm → 14:30:00"),
    GrammarCase("at 5 pm on Friday", "5 pm → 17:00:00"),
    GrammarCase("at 5pm", "5pm → 17:00:00"),
    GrammarCase("12 a.m.", "12 a.m. → 00:00:00"),
    GrammarCase("12 p.m.", "12 p.m. → 12:00:00"),
    GrammarCase("at noon and at midnight", "noon → 12:00:00", "midnight → 00:00:00"),
    GrammarCase("14:30 GMT", "14:30 GMT → 14:30:00Z"),
    GrammarCase("14:30 UTC", "14:30 UTC → 14:30:00Z"),
    GrammarCase("14:30 CET", "14:30 CET → 14:30:00+01:00"),
    GrammarCase("14:30 UTC+3", "14:30 UTC+3 → 14:30:00+03:00"),
    GrammarCase("0830 GMT", "0830 GMT → 08:30:00Z"),
    GrammarCase("5 p.m. EST", "5 p.m. EST → 17:00:00-05:00"),
    GrammarCase("2024-06-13T14:30:05Z", "14:30:05Z → 14:30:05Z"),
    GrammarCase("2024-06-13T14:30+02:00", "14:30+02:00 → 14:30:00+02:00"),
    GrammarCase("at 5 o'clock", "5 o'clock → -"),
    GrammarCase("at 9:05", "9:05 → 09:05:00"),
    GrammarCase("à 14h30", "14h30 → 14:30:00", language: "fr"),
    GrammarCase("de 7 h 30 à 12 heures", "7 h 30 → 07:30:00", "12 heures → 12:00:00", language: "fr"),
    GrammarCase("à 14 h", "14 h → 14:00:00", language: "fr"),
    GrammarCase("à midi", "midi → 12:00:00", language: "fr"),
    GrammarCase("um 14 Uhr", "14 Uhr → 14:00:00", language: "de"),
    GrammarCase("um 14.30 Uhr", "14.30 Uhr → 14:30:00", language: "de"),
    GrammarCase("um 14:30 Uhr", "14:30 Uhr → 14:30:00", language: "de"),
    GrammarCase("a las 14:30", "14:30 → 14:30:00", language: "es"),
    GrammarCase("10 a.m. ET", "10 a.m. ET → 10:00:00"),
    GrammarCase("Daily 08:00 - 20:00", "08:00 → 08:00:00", "20:00 → 20:00:00"),
    GrammarCase("open 9:00-17:00", "9:00 → 09:00:00", "17:00 → 17:00:00"),
    GrammarCase("a las 14.30 horas", "14.30 horas → 14:30:00", language: "es"),
    GrammarCase("a 2:1 majority"),
    GrammarCase("a 10:15 ratio"),
    GrammarCase("odds of 52:48"),
    GrammarCase("John 3:16"),
    GrammarCase("25:10 and 14:75"),
    GrammarCase("in 1:02:03:04"),
    GrammarCase("13 pm"),
    GrammarCase("the 5 pmx"),
  ]
}
