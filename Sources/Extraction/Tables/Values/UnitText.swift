/// Units and currencies that stand beside figures in tables. Only those that are known: "12 Monkeys" is no measure.
enum UnitText {
  /// The currency in front of a figure, taken from the text with the spaces behind it.
  static func takePrefix(_ text: inout ArraySlice<Unicode.Scalar>) -> String? {
    for (sign, name) in signs where text.starts(with: sign.unicodeScalars) {
      text = text.dropFirst(sign.unicodeScalars.count).drop(while: NumberText.isSpace)
      return name
    }
    let code = String(String.UnicodeScalarView(text.prefix(3)))
    guard codes.contains(code) else { return nil }
    text = text.dropFirst(3).drop(while: NumberText.isSpace)
    return code
  }

  /// The unit that all of a text is, which stands behind a figure; nil for one that is not known.
  static func ofSuffix(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    let unit = String(String.UnicodeScalarView(text.drop(while: NumberText.isSpace)))
    if percentages.contains(unit) { return "%" }
    if codes.contains(unit) { return unit }
    return units[unit] ?? signs.first { $0.sign == unit }?.name
  }

  /// Longer signs first. A bare dollar, yen, crown or rupee may be of several countries.
  private static let signs: [(sign: String, name: String)] = [
    ("US$", "USD"), ("AU$", "AUD"), ("CA$", "CAD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("NT$", "TWD"), ("MX$", "MXN"),
    ("R$", "BRL"), ("A$", "AUD"), ("C$", "CAD"), ("S$", "SGD"), ("€", "EUR"), ("£", "GBP"), ("$", "$"), ("¥", "¥"),
    ("₹", "INR"), ("₽", "RUB"), ("₩", "KRW"), ("₺", "TRY"), ("₴", "UAH"), ("₪", "ILS"), ("₫", "VND"), ("฿", "THB"),
    ("₦", "NGN"), ("₱", "PHP"), ("zł", "PLN"), ("Kč", "CZK"), ("Ft", "HUF"), ("kr.", "kr"), ("kr", "kr"),
    ("Rs.", "Rs"), ("Rs", "Rs"), ("руб.", "RUB"), ("лв.", "BGN"), ("lei", "RON"),
  ]

  /// Currencies (ISO 4217) that tables name most.
  private static let codes: Set<String> = [
    "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "ISK", "RUB",
    "UAH",
    "TRY", "AUD", "CAD", "NZD", "INR", "BRL", "MXN", "ZAR", "KRW", "SGD", "HKD", "ILS", "TWD", "THB", "VND", "PHP",
    "NGN", "IDR",
    "MYR", "EGP", "SAR", "AED", "ARS", "CLP", "COP", "DEM", "FRF", "ITL", "ATS",
  ]

  private static let percentages: Set<String> = [
    "per cent", "percent", "pct", "pct.", "p.c.", "Prozent", "v. H.", "v.H.", "pour cent", "por ciento", "por cento",
    "per cento", "procent", "prosent", "procenta", "proc.",
  ]

  /// Units as tables write them, by their code in UCUM (ucum.org), which is what TEI of ours has in `@unit`.
  private static let units: [String: String] = {
    var codes: [String: String] = [
      "°": "deg", "°C": "Cel", "°F": "[degF]", "µm": "um", "mi": "[mi_i]", "ft": "[ft_i]", "in": "[in_i]", "km²": "km2",
      "m²": "m2", "ha": "har", "m³": "m3", "l": "L", "ml": "mL", "hl": "hL", "µg": "ug", "lb": "[lb_av]",
      "mph": "[mi_i]/h",
      "kn": "[kn_i]", "Wh": "W.h", "kWh": "kW.h", "MWh": "MW.h", "GWh": "GW.h", "TWh": "TW.h", "B": "By", "kB": "kBy",
      "KB": "kBy", "MB": "MBy", "GB": "GBy", "TB": "TBy", "KiB": "KiBy", "MiB": "MiBy", "GiB": "GiBy",
    ]
    let same =
      "% ‰ K km m cm mm nm km2 m2 m3 L mL hL kg g mg t kt Mt Gt km/h m/s W kW MW GW TW J kJ MJ GJ kcal V kV A Hz kHz MHz GHz Pa "
      + "hPa kPa MPa bar s ms min h"
    for unit in same.split(separator: " ") { codes[String(unit)] = String(unit) }
    return codes
  }()
}
