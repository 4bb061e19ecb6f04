import ArticleModel
import Testing

@testable import ArchivePipeline

@Suite struct LanguageGuessTests {
  static let sentences: [(language: String, text: String)] = [
    (
      "en",
      "The ferry that links the two shores of the bay will sail all winter, and nobody was more surprised than its owners."
    ),
    (
      "de",
      "Die Fähre über die Bucht fährt im Winter an sechs Tagen in der Woche, wie die Reederei am Freitag mitteilte."
    ),
    (
      "fr",
      "Le bac qui relie les deux rives de la baie passera tout l’hiver, a annoncé vendredi la compagnie dans une lettre."
    ),
    ("es", "El transbordador que une las dos orillas de la bahía cruzará todo el invierno, según anunció la compañía."),
    (
      "nl",
      "De veerboot die de twee oevers van de baai verbindt zal de hele winter varen, en dat is voor het eerst in dertig jaar."
    ),
    (
      "it",
      "Il traghetto che unisce le due rive della baia viaggerà per tutto l’inverno, ha detto la compagnia, e non è poco."
    ),
    (
      "pt",
      "A balsa que liga as duas margens da baía vai navegar durante todo o inverno, disse a empresa, e isso não é pouco."
    ),
    (
      "ca",
      "El transbordador que uneix les dues ribes de la badia navegarà tot l’hivern, va dir la companyia, i això és molt."
    ),
    (
      "gl",
      "O transbordador que une as dúas beiras da baía vai navegar durante todo o inverno, dixo a empresa, e non é pouco."
    ),
    (
      "sv", "Färjan som förbinder de två stränderna kommer att gå hela vintern, och det är första gången på trettio år."
    ),
    (
      "da",
      "Færgen, der forbinder de to kyster, sejler hele vinteren, og det er første gang i tredive år, at den ikke bliver lagt op."
    ),
    (
      "nb",
      "Fergen som forbinder de to strendene går hele vinteren, og det er første gang på tretti år at den ikke blir lagt opp."
    ),
    ("fi", "Lautta kulkee koko talven, mutta se ei ole halpa, ja moni on sitä mieltä, että hinta on liian korkea."),
    ("et", "Praam sõidab terve talve, aga see ei ole odav, ja ta on ka aeglane, kui tuul on vastu."),
    (
      "pl",
      "Prom, który łączy dwa brzegi zatoki, będzie pływać przez całą zimę, ale nie jest to tak tanie, jak się wydaje."
    ),
    ("cs", "Přívoz, který spojuje oba břehy zálivu, bude jezdit celou zimu, ale není to tak levné, jak se říká."),
    ("sk", "Kompa, ktorá spája oba brehy zálivu, bude premávať celú zimu, ale nie je to také lacné, ako sa hovorí."),
    (
      "ro",
      "Feribotul care leagă cele două maluri ale golfului va circula toată iarna, dar nu este atât de ieftin pe cât se spune."
    ),
    (
      "hu",
      "A komp, amely az öböl két partját összeköti, egész télen közlekedik, de ez nem olyan olcsó, mint azt mondják."
    ),
    (
      "tr",
      "Körfezin iki yakasını birbirine bağlayan vapur bütün kış çalışacak, ama bu söylendiği kadar ucuz değil ve çok yavaş."
    ),
    ("hr", "Trajekt koji spaja dvije obale zaljeva plovit će cijelu zimu, ali to nije tako jeftino kao što se govori."),
    ("ru", "Паром, который связывает два берега залива, будет ходить всю зиму, но это не так дешево, как говорят."),
    ("uk", "Пором, який з’єднує два береги затоки, ходитиме всю зиму, але це не так дешево, як про це кажуть."),
    ("bg", "Фериботът, който свързва двата бряга на залива, ще плава през цялата зима, но това не е толкова евтино."),
    ("el", "Το πλοίο που ενώνει τις δύο όχθες του κόλπου θα ταξιδεύει όλο τον χειμώνα."),
    ("he", "המעבורת שמחברת בין שתי גדות המפרץ תפליג כל החורף."),
    ("ar", "قال المتحدث إن العبارة التي تربط بين ضفتي الخليج ستعمل من الآن في كل أيام الشتاء على ما كان قبل ذلك."),
    ("ja", "湾の両岸を結ぶフェリーは冬の間もずっと運航されると会社が発表した。"),
    ("zh", "连接海湾两岸的渡轮将在整个冬天航行，公司星期五宣布。"),
    ("ko", "만의 두 해안을 잇는 여객선이 겨울 내내 운항한다고 회사가 밝혔다."),
    ("th", "เรือข้ามฟากจะแล่นตลอดฤดูหนาว บริษัทประกาศเมื่อวันศุกร์"),
  ]

  @Test(arguments: sentences) func sentence(_ language: String, _ text: String) {
    #expect(LanguageGuess.language(of: SourceText(name: "a.txt", text)) == language)
  }

  /// None of these is in the table, or is no language at all.
  @Test(
    arguments: [
      "", "—", "12 13 14", "Ana Kovač, Tom Li, Jörg Weiß", "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
      "नौका पूरे सर्दियों में चलेगी, कंपनी ने कहा।", "Meli itasafiri wakati wote wa majira ya baridi, kampuni ilisema.",
    ])
  func isUndetermined(_ text: String) {
    #expect(LanguageGuess.language(of: SourceText(name: "a.txt", text)) == "und")
  }
}
