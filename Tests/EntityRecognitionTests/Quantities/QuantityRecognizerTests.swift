import ArticleModel
import EntityRecognition
import Testing

@Suite("Quantities")
struct QuantityRecognizerTests {
  @Test("numbers", arguments: numbers)
  func number(_ test: GrammarCase) { check(test, .number) }

  @Test("percentages", arguments: percentages)
  func percentage(_ test: GrammarCase) { check(test, .percentage) }

  @Test("money", arguments: money)
  func sum(_ test: GrammarCase) { check(test, .money) }

  @Test("measures", arguments: measures)
  func measure(_ test: GrammarCase) { check(test, .measure) }

  @Test("figures that are no quantities", arguments: traps)
  func trap(_ test: GrammarCase) {
    #expect(Grammar.mentions(QuantityRecognizer(), test) { $0.certainty > 0.5 } == test.mentions)
  }

  private func check(_ test: GrammarCase, _ type: MentionType) {
    #expect(Grammar.mentions(QuantityRecognizer(), test) { $0.type == type } == test.mentions)
  }

  @Test("cells, by their column", arguments: cells)
  func cell(_ test: ColumnCase) {
    #expect(test.found(QuantityRecognizer()) { $0.certainty > 0.5 } == test.mentions)
  }

  @Test("the number of a section", arguments: [("1.1 Words of the trade", 0), ("1.5 million trees", 1)])
  func sectionNumber(_ heading: String, _ count: Int) {
    let input = Grammar.input(heading) { .heading($0, level: 1) }
    #expect(QuantityRecognizer().mentions(in: input).count == count)
    let paragraph = Grammar.input(heading)
    #expect(QuantityRecognizer().mentions(in: paragraph).count == 1)
  }

  private static let cells = [
    ColumnCase("1.234", .init(.number, decimalMark: .comma), "1.234 → 1234"),
    ColumnCase("1.234", .init(.number, decimalMark: .point), "1.234 → 1.234", language: "de"),
    ColumnCase("1,234", .init(.number, decimalMark: .point), "1,234 → 1234", language: "fr"),
    ColumnCase("12,5", .init(.number, decimalMark: .comma), "12,5 → 12.5"),
    ColumnCase("1.234.567,8 t", .init(.number, decimalMark: .comma), "1.234.567,8 t → 1234567.8 t"),
    ColumnCase("12 500", .init(.number), "12 500 → 12500"), ColumnCase("-12", .init(.number), "-12 → -12"),
    ColumnCase("+4.5%", .init(.percentage, decimalMark: .point), "+4.5% → 4.5 %"),
    ColumnCase("2024", .init(.number), "2024 → 2024"), ColumnCase("2024", .init(.date)),
    ColumnCase("12,50 €", .init(.money, decimalMark: .comma), "12,50 € → 12.5 EUR", language: "en"),
    ColumnCase("12*", .init(.number), "12 → 12"), ColumnCase("n/a", .init(.number)), ColumnCase("–", .init(.number)),
  ]

  @Test(
    "the unit that the head of a column names",
    arguments: [
      ("GWh", "GW.h"), ("%", "%"), ("€", "EUR"), ("EUR", "EUR"), ("km", "km"), ("tonnes", "t"), ("apples", nil),
    ])
  func unit(head: String, code: String?) {
    let test = ColumnCase("61", .init(.number), "61 → 61" + (code.map { " " + $0 } ?? ""), unit: head)
    #expect(test.found(QuantityRecognizer()) == test.mentions)
  }

  @Test("site furniture is not searched")
  func furniture() {
    let input = Grammar.input("Share 30% of it") { .furniture($0, .share) }
    #expect(QuantityRecognizer().mentions(in: input).isEmpty)
  }

  private static let numbers: [GrammarCase] = [
    GrammarCase("some 1,700 U.S. troops", "1,700 → 1700"),
    GrammarCase("three men", "three → 3"),
    GrammarCase("twenty-one men", "twenty-one → 21"),
    GrammarCase("1.2 billion people", "1.2 billion → 1200000000"),
    GrammarCase("1.1 million people", "1.1 million → 1100000"),
    GrammarCase("7 1/2 million jobs", "7 1/2 million → 7500000"),
    GrammarCase("a dozen men", "a dozen → 12"),
    GrammarCase("two dozen men", "two dozen → 24"),
    GrammarCase("half a million men", "half a million → 500000"),
    GrammarCase("two hundred and five men", "two hundred and five → 205"),
    GrammarCase("three hundred thousand men", "three hundred thousand → 300000"),
    GrammarCase("a thousand men", "a thousand → 1000"),
    GrammarCase("a 28-member bloc", "28 → 28"),
    GrammarCase("12bn people", "12bn → 12000000000"),
    GrammarCase("20 to 30 people", "20 to 30 → 20..30"),
    GrammarCase("20-30 people", "20-30 → 20..30"),
    GrammarCase("from 20 to 30 people", "20 → 20", "30 → 30"),
    GrammarCase("1,234,567.89 points", "1,234,567.89 → 1234567.89"),
    GrammarCase("12,34,567 people", "12,34,567 → 1234567"),
    GrammarCase("5\u{A0}000 people", "5\u{A0}000 → 5000"),
    GrammarCase("In 12 countries", "12 → 12"),
    GrammarCase("1.700 Soldaten", "1.700 → 1700", language: "de"),
    GrammarCase("1,5 Millionen Menschen", "1,5 Millionen → 1500000", language: "de"),
    GrammarCase("zwölf Menschen", "zwölf → 12", language: "de"),
    GrammarCase("1 700 soldats", "1 700 → 1700", language: "fr"),
    GrammarCase("quatre-vingt-dix soldats", "quatre-vingt-dix → 90", language: "fr"),
    GrammarCase("vingt et un soldats", "vingt et un → 21", language: "fr"),
    GrammarCase("treinta y dos soldados", "treinta y dos → 32", language: "es"),
    GrammarCase("5 mil millones de personas", "5 mil millones → 5000000000", language: "es"),
    GrammarCase("1.700 ludzi", language: "pl"),
    GrammarCase("two thirds of voters", "two thirds → -"),
    GrammarCase("a two-thirds majority", "two-thirds → -"),
    GrammarCase("a third of them", "a third → -"),
    GrammarCase("three quarters of it", "three quarters → 0.75"),
    GrammarCase("the last three quarters", "three → 3"),
    GrammarCase("a third term"),
    GrammarCase("a quarter of a million people", "a quarter of a million → 250000"),
    GrammarCase("one and a half million people", "one and a half million → 1500000"),
    GrammarCase("half a dozen men", "half a dozen → 6"),
    GrammarCase("1/3 of it", "1/3 → -"),
    GrammarCase("3/4 cup", "3/4 → 0.75"),
    GrammarCase("⅔ of it", "⅔ → -"),
    GrammarCase("2¼ of them", "2¼ → 2.25"),
    GrammarCase("10 lakh people", "10 lakh → 1000000"),
    GrammarCase("2 crore people", "2 crore → 20000000"),
    GrammarCase("1’250 people", "1’250 → 1250"),
    GrammarCase("12'345'678 people", "12'345'678 → 12345678"),
    GrammarCase("3\u{2009}000 people", "3\u{2009}000 → 3000"),
    GrammarCase("20 000 people", "20 000 → 20000"),
    GrammarCase("5 500 people"),
    GrammarCase("fünfundzwanzig Menschen", "fünfundzwanzig → 25", language: "de"),
    GrammarCase("dreihunderttausend Menschen", "dreihunderttausend → 300000", language: "de"),
    GrammarCase("zwei Drittel der Menschen", "zwei Drittel → -", language: "de"),
    GrammarCase("5 500 Menschen", "5 500 → 5500", language: "de"),
    GrammarCase("deux tiers des voix", "deux tiers → -", language: "fr"),
    GrammarCase("un quart de finale", language: "fr"),
    GrammarCase("dix-huit voix", "dix-huit → 18", language: "fr"),
    GrammarCase("doscientas cincuenta personas", "doscientas cincuenta → 250", language: "es"),
    GrammarCase("medio millón de personas", "medio millón → 500000", language: "es"),
    GrammarCase("1,500 personas", language: "es"),
    GrammarCase("un cuarto de baño", language: "es"),
    GrammarCase("watched on one desk", "one → 1"),
    GrammarCase("at least one country", "one → 1"),
    GrammarCase("one of them, one might think, the one thing, from one to another, at one point"),
    GrammarCase("One expert said"),
    GrammarCase("20,000–25,000 Slovenes", "20,000–25,000 → 20000..25000"),
    GrammarCase("three–four million", "three–four million → 3000000..4000000"),
    GrammarCase("on 12 September 300,000 people", "300,000 → 300000"),
    GrammarCase("(9 million)", "9 million → 9000000"),
    GrammarCase("more than 1000", "1000 → 1000"),
    GrammarCase("patient zero"),
  ]

  private static let percentages: [GrammarCase] = [
    GrammarCase("30% of it", "30% → 30 %"),
    GrammarCase("30 percent", "30 percent → 30 %"),
    GrammarCase("30 per cent", "30 per cent → 30 %"),
    GrammarCase("3.5 pc", "3.5 pc → 3.5 %"),
    GrammarCase("3.5pc", "3.5pc → 3.5 %"),
    GrammarCase("10–15 %", "10–15 % → 10..15 %"),
    GrammarCase("5 to 10 percent", "5 to 10 percent → 5..10 %"),
    GrammarCase("between 5 and 10 per cent", "5 and 10 per cent → 5..10 %"),
    GrammarCase("ninety-nine percent", "ninety-nine percent → 99 %"),
    GrammarCase("fell −0.5%", "−0.5% → -0.5 %"),
    GrammarCase("12,5 %", "12,5 % → 12.5 %", language: "fr"),
    GrammarCase("12 pour cent", "12 pour cent → 12 %", language: "fr"),
    GrammarCase("12 por ciento", "12 por ciento → 12 %", language: "es"),
    GrammarCase("3,5 Prozent", "3,5 Prozent → 3.5 %", language: "de"),
    GrammarCase("0.10%", "0.10% → 0.1 %"),
    GrammarCase("-1% at first", "-1% → -1 %"),
    GrammarCase("growth (-1%)", "-1% → -1 %"),
    GrammarCase("+3% growth", "+3% → 3 %"),
    GrammarCase("between 5% and 10%", "5% and 10% → 5..10 %"),
    GrammarCase("5% to 10% of it", "5% to 10% → 5..10 %"),
    GrammarCase("fell 0.2% to 4.5%", "0.2% → 0.2 %", "4.5% → 4.5 %"),
    GrammarCase("a 30-per-cent rise", "30-per-cent → 30 %"),
  ]

  private static let money: [GrammarCase] = [
    GrammarCase("€14 million", "€14 million → 14000000 EUR"),
    GrammarCase("$1.2bn", "$1.2bn → 1200000000 USD"),
    GrammarCase("€14m", "€14m → 14000000 EUR"),
    GrammarCase("£5", "£5 → 5 GBP"),
    GrammarCase("US$5", "US$5 → 5 USD"),
    GrammarCase("A$5 and C$6 and HK$7 and NZ$8", "A$5 → 5 AUD", "C$6 → 6 CAD", "HK$7 → 7 HKD", "NZ$8 → 8 NZD"),
    GrammarCase("USD 5 million", "USD 5 million → 5000000 USD"),
    GrammarCase("14 million euros", "14 million euros → 14000000 EUR"),
    GrammarCase("14m euros", "14m euros → 14000000 EUR"),
    GrammarCase("5,000 US dollars", "5,000 US dollars → 5000 USD"),
    GrammarCase("5 Canadian dollars", "5 Canadian dollars → 5 CAD"),
    GrammarCase("5 Swiss francs", "5 Swiss francs → 5 CHF"),
    GrammarCase("100 million pounds", "100 million pounds → 100000000 GBP"),
    GrammarCase("5 pounds sterling", "5 pounds sterling → 5 GBP"),
    GrammarCase("500 yuan", "500 yuan → 500 CNY"),
    GrammarCase("500 rupees", "500 rupees → 500 INR"),
    GrammarCase("500 pesos", "500 pesos → 500"),
    GrammarCase("€5–10 million", "€5–10 million → 5000000..10000000 EUR"),
    GrammarCase("between $5 million and $10 million", "$5 million and $10 million → 5000000..10000000 USD"),
    GrammarCase("from $5 to $10", "$5 → 5 USD", "$10 → 10 USD"),
    GrammarCase("$0.99", "$0.99 → 0.99 USD"),
    GrammarCase("a million euros", "a million euros → 1000000 EUR"),
    GrammarCase("5 000 €", "5 000 € → 5000 EUR", language: "fr"),
    GrammarCase("2 millions d'euros", "2 millions d'euros → 2000000 EUR", language: "fr"),
    GrammarCase("1.234,56 €", "1.234,56 € → 1234.56 EUR", language: "de"),
    GrammarCase("3 Milliarden Euro", "3 Milliarden Euro → 3000000000 EUR", language: "de"),
    GrammarCase("1,2 Mio. Euro", "1,2 Mio. Euro → 1200000 EUR", language: "de"),
    GrammarCase("2 millones de euros", "2 millones de euros → 2000000 EUR", language: "es"),
    GrammarCase("5 million won", "5 million won → 5000000 KRW"),
    GrammarCase("the 5 won"),
    GrammarCase("Rs. 500 crore", "Rs. 500 crore → 5000000000 INR"),
    GrammarCase("₹2 lakh crore", "₹2 lakh crore → 2000000000000 INR"),
    GrammarCase("US $1.4 billion", "US $1.4 billion → 1400000000 USD"),
    GrammarCase("a $5-million grant", "$5-million → 5000000 USD"),
    GrammarCase("R500m and R500", "R500m → 500000000 ZAR"),
    GrammarCase("rise by 15p to 20p", "15p to 20p → 0.15..0.2 GBP"),
    GrammarCase("5 euros to 10 euros", "5 euros to 10 euros → 5..10 EUR"),
    GrammarCase("50p and 20 pence", "50p → 0.5 GBP", "20 pence → 0.2 GBP"),
    GrammarCase("20 cents", "20 cents → 0.2"),
    GrammarCase("5 Kuwaiti dinars", "5 Kuwaiti dinars → 5 KWD"),
    GrammarCase("5 Pakistani rupees", "5 Pakistani rupees → 5 PKR"),
    GrammarCase("500 kr", "500 kr → 500"),
    GrammarCase("500 try"),
    GrammarCase("Try 5 of them"),
    GrammarCase("100 guilders", "100 guilders → 100"),
    GrammarCase("5 zł", "5 zł → 5 PLN"),
    GrammarCase("50 Cent", "50 Cent → 0.5 EUR", language: "de"),
    GrammarCase("5 Millionen US-Dollar", "5 Millionen US-Dollar → 5000000 USD", language: "de"),
    GrammarCase("3 Mrd. €", "3 Mrd. € → 3000000000 EUR", language: "de"),
    GrammarCase("1'000 Franken", "1'000 Franken → 1000 CHF", language: "de"),
    GrammarCase("1,500 euros", "1,500 euros → ?..? EUR", language: "es"),
  ]

  private static let measures: [GrammarCase] = [
    GrammarCase("85 km away", "85 km → 85 km"),
    GrammarCase("85km away", "85km → 85 km"),
    GrammarCase("an 85-kilometre front", "85-kilometre → 85 km"),
    GrammarCase("−4 °C", "−4 °C → -4 Cel"),
    GrammarCase("minus 4 degrees Celsius", "minus 4 degrees Celsius → -4 Cel"),
    GrammarCase("75°F", "75°F → 75 [degF]"),
    GrammarCase("5 tonnes", "5 tonnes → 5 t"),
    GrammarCase("for 12 hours", "12 hours → 12 h"),
    GrammarCase("3 metres", "3 metres → 3 m"),
    GrammarCase("at 100 km/h", "100 km/h → 100 km/h"),
    GrammarCase("at 100km/h", "100km/h → 100 km/h"),
    GrammarCase("at 60 mph", "60 mph → 60 [mi_i]/h"),
    GrammarCase("60 miles per hour", "60 miles per hour → 60 [mi_i]/h"),
    GrammarCase("500 MW", "500 MW → 500 MW"),
    GrammarCase("2 GB", "2 GB → 2 GBy"),
    GrammarCase("10 square kilometres", "10 square kilometres → 10 km2"),
    GrammarCase("10 km²", "10 km² → 10 km2"),
    GrammarCase("10 km2", "10 km2 → 10 km2"),
    GrammarCase("9 inches", "9 inches → 9 [in_i]"),
    GrammarCase("5 feet", "5 feet → 5 [ft_i]"),
    GrammarCase("30,000 feet", "30,000 feet → 30000 [ft_i]"),
    GrammarCase("300 kg", "300 kg → 300 kg"),
    GrammarCase("a 1,500-mile range", "1,500-mile → 1500 [mi_i]"),
    GrammarCase("5 nautical miles", "5 nautical miles → 5 [nmi_i]"),
    GrammarCase("a 500-pound bomb", "500-pound → 500 [lb_av]"),
    GrammarCase("a 46-year-old man", "46-year-old → 46 a"),
    GrammarCase("for three days", "three days → 3 d"),
    GrammarCase("a two-year plan", "two-year → 2 a"),
    GrammarCase("a one-week pause", "one-week → 1 wk"),
    GrammarCase("two decades", "two decades → 20 a"),
    GrammarCase("six months", "six months → 6 mo"),
    GrammarCase("10 to 15 km", "10 to 15 km → 10..15 km"),
    GrammarCase("10–15km", "10–15km → 10..15 km"),
    GrammarCase("by 3 percentage points", "3 percentage points → 3 {percentage-point}"),
    GrammarCase("25 basis points", "25 basis points → 25 {basis-point}"),
    GrammarCase("a 155mm shell", "155mm → 155 mm"),
    GrammarCase("2 million barrels per day", "2 million barrels per day → 2000000 [bbl_us]/d"),
    GrammarCase("5 Kilometer", "5 Kilometer → 5 km", language: "de"),
    GrammarCase("3,5 Tonnen", "3,5 Tonnen → 3.5 t", language: "de"),
    GrammarCase("trois jours", "trois jours → 3 d", language: "fr"),
    GrammarCase("12 horas", "12 horas → 12 h", language: "es"),
    GrammarCase("12 µg/m³", "12 µg/m³ → 12 ug/m3"),
    GrammarCase("10 sq km", "10 sq km → 10 km2"),
    GrammarCase("10 sq. miles", "10 sq. miles → 10 [smi_us]"),
    GrammarCase("5 million barrels a day", "5 million barrels a day → 5000000 [bbl_us]/d"),
    GrammarCase("30 miles an hour", "30 miles an hour → 30 [mi_i]/h"),
    GrammarCase("six hours a day", "six hours → 6 h"),
    GrammarCase("2 tonnes a year", "2 tonnes → 2 t"),
    GrammarCase("6 litres per 100 km", "6 litres per 100 km → 6 L/(100.km)"),
    GrammarCase("5 micrograms per cubic metre", "5 micrograms per cubic metre → 5 ug/m3"),
    GrammarCase("50 bcm of gas", "50 bcm → 50000000000 m3"),
    GrammarCase("38C", "38C → 38 Cel"),
    GrammarCase("Gate 12C"),
    GrammarCase("-5 to -10 °C", "-5 to -10 °C → -10..-5 Cel"),
    GrammarCase("between -5 and 3 °C", "-5 and 3 °C → -5..3 Cel"),
    GrammarCase("3 km to 5 km", "3 km to 5 km → 3..5 km"),
    GrammarCase("half an hour", "half an hour → 0.5 h"),
    GrammarCase("two and a half years", "two and a half years → 2.5 a"),
    GrammarCase("1½ hours", "1½ hours → 1.5 h"),
    GrammarCase("4 light-years", "4 light-years → 4 [ly]"),
    GrammarCase("5 kilowatt-hours", "5 kilowatt-hours → 5 kW.h"),
    GrammarCase("25bps", "25bps → 25 {basis-point}"),
    GrammarCase("120 mm Hg", "120 mm Hg → 120 mm[Hg]"),
    GrammarCase("5 gallons", "5 gallons → 5 {gallon}"),
    GrammarCase("5 tons", "5 tons → 5 {ton}"),
    GrammarCase("3 000 km", "3 000 km → 3000 km"),
    GrammarCase("a fortnight and two fortnights", "two fortnights → 28 d"),
    GrammarCase("eine Viertelstunde", "eine Viertelstunde → 15 min", language: "de"),
    GrammarCase("eine halbe Stunde", "eine halbe Stunde → 0.5 h", language: "de"),
    GrammarCase("zweieinhalb Jahre", "zweieinhalb Jahre → 2.5 a", language: "de"),
    GrammarCase("25 Basispunkte", "25 Basispunkte → 25 {basis-point}", language: "de"),
    GrammarCase("12 mètres carrés", "12 mètres carrés → 12 m2", language: "fr"),
    GrammarCase("trois millions de tonnes", "trois millions de tonnes → 3000000 t", language: "fr"),
    GrammarCase("un quart d’heure", "un quart d’heure → 0.25 h", language: "fr"),
    GrammarCase("5 kilómetros cuadrados", "5 kilómetros cuadrados → 5 km2", language: "es"),
    GrammarCase("media hora", "media hora → 0.5 h", language: "es"),
    GrammarCase("four-and-a-half miles", "four-and-a-half miles → 4.5 [mi_i]"),
    GrammarCase("the fifty-second man"),
    GrammarCase("a half‑second delay", "half‑second → 0.5 s"),
    GrammarCase("zero-hours contracts"),
  ]

  private static let traps: [GrammarCase] = [
    GrammarCase("the F-35 and the TB2 and the G20"),
    GrammarCase("COVID-19 and Mi-8"),
    GrammarCase("a Boeing 737 and Article 5"),
    GrammarCase("on page 12 and in chapter 3"),
    GrammarCase("one of them, no one, one another"),
    GrammarCase("the first, the second and the twenty-first"),
    GrammarCase("the 21st and the 5th"),
    GrammarCase("on June 13 and 13 June"),
    GrammarCase("in 2024 and since 1998"),
    GrammarCase("on 13/06/2024 at 14:30"),
    GrammarCase("two days ago, three years later"),
    GrammarCase("they won 3-2"),
    GrammarCase("as shown [12] (3)"),
    GrammarCase("24/7 and 9/11"),
    GrammarCase("007 and 0123"),
    GrammarCase("arXiv:1512.01655 and 10.0.0.1"),
    GrammarCase("hundreds of thousands"),
    GrammarCase("a two-way street"),
    GrammarCase("$5 billion a year", "$5 billion → 5000000000 USD"),
    GrammarCase("a second term"),
    GrammarCase("5G networks and 3D films and 4x4 cars"),
    GrammarCase("1. First item"),
    GrammarCase("call +49 now"),
    GrammarCase("as shown (3, 16) and (12)"),
    GrammarCase("size = 20"),
    GrammarCase("c(0.5) and d(2)"),
    GrammarCase("on iOS 17.2 and the iPhone 15"),
    GrammarCase("lost 2-3 at home"),
    GrammarCase("he is 5'10 tall"),
    GrammarCase("4K and 10K"),
    GrammarCase("call 020 7946 0958"),
    GrammarCase("§ 12"),
    GrammarCase("tous deux", language: "fr"),
    GrammarCase("el 3 may 2024", language: "es"),
    GrammarCase("um 9 Uhr und von 8 bis 12 Uhr", language: "de"),
    GrammarCase("One day, she left"),
    GrammarCase("it hit # 12"),
    GrammarCase("went 2-for-10"),
    GrammarCase("on Feb. 9"),
  ]
}
