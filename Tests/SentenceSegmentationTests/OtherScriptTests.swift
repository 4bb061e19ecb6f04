import Testing

@Suite struct OtherScriptTests {
  @Test(arguments: [
    "今日は晴れです。|明日は雨です！|本当？|はい。",
    "「行こう！」と彼は言った。|彼女も来た。",
    "他走了。|“真的吗？”|她问。",
    "ذهب الرجل. |هل عاد؟ |نعم.",
    "وہ گیا۔ |کیا وہ آیا؟ |ہاں۔",
    "वह गया। |क्या वह आया? |हाँ।",
    "Он ушёл. |Она осталась… |Почему?",
    "הוא הלך. |היא נשארה.",
    "Έφυγε. |Έμεινε;",
  ])
  func sentences(_ marked: String) { MarkedText.expect(marked, "und") }

  @Test(arguments: ["", " ", "\n\t", ".", "...", "?!", " . ", "a", "。", "A. "])
  func hardlyAnything(_ text: String) {
    MarkedText.expect(text, "en")
  }

  @Test func longTextWithoutAnySpace() {
    MarkedText.expect(String(repeating: "a.", count: 20_000), "en")
  }
}
