import Testing

/// Cells as tables of the world have them.
enum CellForms {
  struct Form: Sendable, CustomTestStringConvertible {
    var language: String
    var texts: [String]
    /// The type and unit, and the values.
    var expected: [String]

    init(_ language: String, _ texts: [String], _ expected: [String]) {
      (self.language, self.texts, self.expected) = (language, texts, expected)
    }

    var testDescription: String { "\(language): \(texts)" }
  }

  static let all: [Form] = [
    // Currencies and percentages of many countries.
    Form("pt-BR", ["R$ 1.234,50", "R$ 3"], ["number BRL", "1234.50", "3"]),
    Form("pl", ["1 234,50 zł", "3 zł"], ["number PLN", "1234.50", "3"]),
    Form("cs", ["12 Kč"], ["integer CZK", "12"]),
    Form("sv", ["1 200 kr", "5 kr"], ["integer kr", "1200", "5"]),
    Form("hu", ["1 200 Ft"], ["integer HUF", "1200"]),
    Form("en-AU", ["A$5", "AU$1,200"], ["integer AUD", "5", "1200"]),
    Form("en", ["S$5.20"], ["number SGD", "5.20"]),
    Form("en", ["HK$ 5", "HKD 6"], ["integer HKD", "5", "6"]),
    Form("en", ["₪5", "5 ₪"], ["integer ILS", "5", "5"]),
    Form("en-IN", ["Rs. 1,23,456", "Rs 5"], ["integer Rs", "123456", "5"]),
    Form("en", ["₦5", "₱6"], ["string", "₦5", "₱6"]),
    Form("ru", ["5 руб.", "6 ₽"], ["integer RUB", "5", "6"]),
    Form("en", ["-$5", "−$6"], ["integer $", "-5", "-6"]),
    Form("en", ["31 per cent", "5 percent", "6%"], ["integer %", "31", "5", "6"]),
    Form("de", ["31 Prozent", "5,5 %"], ["number %", "31", "5.5"]),
    Form("fr", ["31 pour cent"], ["integer %", "31"]),
    Form("es", ["5 por ciento"], ["integer %", "5"]),
    Form("en", ["5‰", "6 ‰"], ["integer ‰", "5", "6"]),
    Form("en", ["5‰", "6 %"], ["string", "5‰", "6 %"]),
    Form("fr", ["5\u{A0}%"], ["integer %", "5"]),
    // Points in front, fractions, marks of notes.
    Form("en", [".5", "-.25"], ["number", "0.5", "-0.25"]),
    Form("de", [".5", "1,5"], ["string", ".5", "1,5"]),
    Form("en", ["½", "2½", "3 ¼", "-1½ km"], ["string", "½", "2½", "3 ¼", "-1½ km"]),
    Form("en", ["½", "2½", "3 ¼", "-1½"], ["number", "0.5", "2.5", "3.25", "-1.5"]),
    Form("en", ["⅓", "1"], ["string", "⅓", "1"]),
    Form("en", ["1,200½"], ["string", "1,200½"]),
    Form("en", ["12*", "13 †", "14[a]", "15[12]", "16**"], ["integer", "12", "13", "14", "15", "16"]),
    Form("en", ["31%*", "€5‡"], ["string", "31%*", "€5‡"]),
    Form("en", ["31%*", "5%"], ["integer %", "31", "5"]),
    Form("en", ["12¹", "13"], ["string", "12¹", "13"]),
    Form("en", ["10³"], ["string", "10³"]),
    Form("en", ["12 [m]", "13"], ["string", "12 [m]", "13"]),
    Form("en", ["12[kg]"], ["string", "12[kg]"]),
    Form("en", ["12a"], ["string", "12a"]),
    Form("en", ["*"], ["string", "*"]),
    Form("en", ["[1]", "2"], ["string", "[1]", "2"]),
    // Thousands in many forms.
    Form("en-IN", ["1,23,456", "12,34,567"], ["integer", "123456", "1234567"]),
    Form("fr", ["1\u{2009}234", "12"], ["integer", "1234", "12"]),
    Form("de-CH", ["1'234", "1’234’567"], ["integer", "1234", "1234567"]),
    Form("en", ["12 34"], ["string", "12 34"]),
    Form("en", ["1 2345"], ["string", "1 2345"]),
    // What is no number of its own.
    Form("en", ["1,200", "(300)"], ["string", "1,200", "(300)"]),
    Form("en", ["5-", "6"], ["string", "5-", "6"]),
    Form("en", ["2010–12", "2013"], ["string", "2010–12", "2013"]),
    Form("en", ["5–10%"], ["string", "5–10%"]),
    Form("en", ["ca. 5", "~6", "&lt;7", "&gt;8", "≈9"], ["string", "ca. 5", "~6", "<7", ">8", "≈9"]),
    Form("en", ["1990/91"], ["string", "1990/91"]),
    Form("en", ["1/2"], ["string", "1/2"]),
    Form("en", ["3:2"], ["string", "3:2"]),
    Form("en", ["5 x 6"], ["string", "5 x 6"]),
    Form("en", ["5 ± 1"], ["string", "5 ± 1"]),
    Form("en", ["5e3"], ["string", "5e3"]),
    Form("en", ["10:30 am", "9.45 pm"], ["string", "10:30 am", "9.45 pm"]),
    Form("en", ["14h30"], ["string", "14h30"]),
    Form("en", ["52°31′N"], ["string", "52°31′N"]),
    Form("en", ["52.5200° N"], ["string", "52.5200° N"]),
    Form("en", ["52.52, 13.40"], ["string", "52.52, 13.40"]),
    Form("en", ["192.168.1.1"], ["string", "192.168.1.1"]),
    Form("en", ["No. 5", "#6"], ["string", "No. 5", "#6"]),
    Form("en", ["1st", "2nd"], ["string", "1st", "2nd"]),
    Form("en", ["IV", "V"], ["string", "IV", "V"]),
    Form("en", ["٣", "٤"], ["string", "٣", "٤"]),
    Form("en", ["0800 123 456"], ["string", "0800 123 456"]),
    Form("en", ["978-3-16-148410-0"], ["string", "978-3-16-148410-0"]),
    Form("en", ["2021-W05", "2021-W06-3"], ["string", "2021-W05", "2021-W06-3"]),
    Form("en", ["Q1 2021", "2021 Q2", "2021-Q3"], ["string", "Q1 2021", "2021 Q2", "2021-Q3"]),
    Form("en", ["1. Hj. 2021"], ["string", "1. Hj. 2021"]),
    Form("en", ["2021-03-05T10:00"], ["string", "2021-03-05T10:00"]),
    // Dates of more languages; a month that is another in the next country stays text.
    Form("sv", ["5 maj 2021", "6 augusti 2021"], ["date", "2021-05-05", "2021-08-06"]),
    Form("da", ["5. marts 2021"], ["date", "2021-03-05"]),
    Form("nb", ["5. desember 2021"], ["date", "2021-12-05"]),
    Form("pl", ["5 sierpnia 2021", "6 października 2021"], ["date", "2021-08-05", "2021-10-06"]),
    Form("ru", ["5 марта 2021", "6 мая 2021"], ["date", "2021-03-05", "2021-05-06"]),
    Form("pl", ["5 listopada 2021"], ["string", "5 listopada 2021"]),
    Form("hr", ["5. listopada 2021."], ["string", "5. listopada 2021."]),
    Form("pt", ["5 de março de 2021"], ["date", "2021-03-05"]),
    Form("nl", ["5 mrt 2021"], ["date", "2021-03-05"]),
    Form("it", ["1º maggio 2021"], ["date", "2021-05-01"]),
    Form("fr", ["1er août 2021"], ["date", "2021-08-01"]),
    // Marks of what is missing.
    Form(
      "en", ["5", "n/a", "–", "—", "…", ":", "*", "n. a.", "#N/A", "NaN", "?"],
      ["integer", "5", "", "", "", "", "", "", "", "", "", ""]),
    Form("de", ["5", "k. A.", "keine Angabe", "–*"], ["integer", "5", "", "", ""]),
    Form("en", ["5", "x"], ["string", "5", "x"]),
    Form("en", ["5", "not known"], ["string", "5", "not known"]),
  ]
}
