/// The commonest function words of languages, as newspapers write them: a table of our own.
///
/// None is longer than eight bytes of UTF-8, so that a word is compared as one integer. A word stands in the list of each
/// language that has it: what is common to neighbours then decides nothing between them.
enum FunctionWords {
  static let lists: [(language: String, words: String)] = [
    (
      "en",
      """
      the of and to in a is that for it with was on are be this have from they which you not but had has were their by
      at would there been more who can about when said than as we our its he she his or an will if all one what so
      """
    ),
    (
      "de",
      """
      der die das und in den von zu mit sich auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
      sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr
      durch
      """
    ),
    (
      "nl",
      """
      de het een en van in is dat op te zijn met voor niet aan er om ook als maar bij nog uit door over naar dan ze
      hij werd heeft worden deze dit wordt kan tot wel meer geen hun wat al of had hebben die was zich
      """
    ),
    (
      "af",
      """
      die en van is in nie het wat te vir met dat om op hy sy aan sal was deur ook as by hulle ons uit maar word na
      kan een oor dit of meer so
      """
    ),
    (
      "sv",
      """
      och i att det som en på är av för med till den har de inte om ett men var jag sig från vi så kan när år även
      efter eller vid mot ut upp också han hon än nu hade där blir ska man sin denna här
      """
    ),
    (
      "da",
      """
      og i at det er en til på af som den for med de ikke der et har var han jeg men sig kan om vi ved blev efter også
      eller nu ud mere fra skal hun mod hvor være når da så op år bliver dette sin hvis kun
      """
    ),
    (
      "nb",
      """
      og i å det er en til på av som den for med de ikke et har var han jeg men seg kan om vi ved ble etter også eller
      nå ut mer fra skal hun mot hvor være når da så opp år blir dette sin hvis bare at
      """
    ),
    (
      "is",
      """
      og að í á er sem til við um með var en það af ekki fyrir hann frá hún þá eru þess því verið hefur eftir þetta
      segir ég sé svo hafa
      """
    ),
    (
      "fi",
      """
      ja on ei se että oli ovat hän myös mutta kun niin kuin joka tai sen ole voi nyt jo vain mukaan mitä jos jonka
      sekä olla vielä hänen tämä siitä ollut eli noin
      """
    ),
    (
      "et",
      """
      ja on ei et see oli ta kui ka ning mis aga selle oma kes pole või nii siis välja üle pärast juba olid tema mida
      nende sest
      """
    ),
    (
      "fr",
      """
      de la le les et des en un une du dans qui que est pour au pas sur par plus ce avec il sont cette aux ont été
      mais ou ses leur ces nous comme elle être deux ils sa l d se ne son à a n qu s on entre fait
      """
    ),
    (
      "es",
      """
      de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta
      entre cuando muy sin sobre también me hasta hay donde quien desde todo nos fue ha es son dos está años
      """
    ),
    (
      "pt",
      """
      de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou
      ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem são ter pelos
      """
    ),
    (
      "gl",
      """
      de a o que e do da en un para é con non unha os no se na por máis as dos como pero foi ao das ten seu súa ou ser
      cando hai nos xa está tamén só polo pola ata isto ela entre era sen son polos ós á dunha nunha
      """
    ),
    (
      "ca",
      """
      de la que el i a en els les per un una amb no es del al dels és més com ha va són seu seva però o també aquest
      aquesta fins han pel quan sobre entre ser hi ho l d ja molt on sense després dos anys tot
      """
    ),
    (
      "it",
      """
      di e il la che in un a per è una non del si con i le da sono al lo dei della come nel anche ma più alla delle
      gli ha dal su se o nella ci questo hanno suo dalla l anni essere stato prima tra due sul c era dell all
      """
    ),
    (
      "ro",
      """
      de în și a la care pe cu din o nu să un că mai pentru este au fi se ca al sau ale fost dar după prin sunt lui
      cea acest cele are i ai între când până fără doar către iar va această
      """
    ),
    (
      "pl",
      """
      w i na z nie do się że to jest o od po jak ale za co przez tak dla był ich tym czy tego już jego oraz są może
      przy być tylko które który także ze a roku
      """
    ),
    (
      "cs",
      """
      a v se na je že s z do to i o si by ve k za pro jak po ale od jsou jako byl při které který však než není také
      až podle jen už ze ke tak má nebo jeho kde roku
      """
    ),
    (
      "sk",
      """
      a v sa na je že s z do to i o si by vo k za pre ako po ale od sú bol pri ktoré ktorý však než nie aj až podľa
      len už zo ku tak má alebo jeho kde roku čo sme
      """
    ),
    (
      "sl",
      """
      in je v na se za da so ki z ne pa tudi po s o ni bi ali kot od bo pri do ga kar bil ter jih pred še iz več med
      že smo sem bila
      """
    ),
    (
      "hr",
      """
      i u je na da se za su od s a ne što koji kao će to iz o ili ali do po koja nije bi samo bio sve već koje nakon
      pri te nego kako može godine jer ima prema
      """
    ),
    (
      "sq",
      """
      e të në dhe për me që nga një më i u është si ka do se nuk por kjo ai tij po ky janë edhe mund pas ishte prej
      kanë kur
      """
    ),
    (
      "lt",
      """
      ir į kad iš su yra tai o buvo kaip bet ne po apie dėl už per tik bei nuo jau prie dar šio jo jie taip arba kai
      gali jis labai metų
      """
    ),
    (
      "lv",
      """
      un ir ar ka no uz par kas lai tas nav arī bet pēc vai tā pie kā vēl ko viņš būs bija to tiek jau gan līdz tikai
      šo ja ļoti gada
      """
    ),
    (
      "hu",
      """
      a az és hogy nem is egy ez meg már csak de volt el mint ha vagy azt még kell ki lehet van be után azonban majd
      szerint több mert amely ezt minden pedig között sem ami
      """
    ),
    (
      "tr",
      """
      ve bir bu da de için ile olarak çok daha olan gibi en o sonra kadar ne var ise ama her ya olduğu şey iki değil
      mi ki göre yeni dedi etti oldu
      """
    ),
    (
      "eu",
      """
      eta da ez du dute dira zen ere bat egin baina den dio izan hau edo bere zuen dela beste ziren urte dituzte gabe
      horrek dago oso
      """
    ),
    (
      "ga",
      """
      an na a ar agus i is ag go le do sé bhí atá air ach seo tá ní leis sin nach faoi mar chun bheith níos ina siad
      bliain
      """
    ),
    (
      "cy",
      """
      y yn a i o ar yr bod mae ei ac am wedi fod gan oedd eu hyn nid fel sydd hynny gyda dim ond eich cael roedd ni
      """
    ),
    (
      "id",
      """
      yang dan di untuk dengan ini itu dari pada dalam tidak akan ke adalah juga oleh sebagai mereka telah saat ada
      bisa atau para tahun karena dia orang
      """
    ),
    (
      "vi",
      """
      của và các là có cho không được những trong một với này đã người khi đến từ năm ra về cũng như tại để nhiều sẽ
      ông theo trên
      """
    ),
    (
      "ru",
      """
      и в не на что с по как это из он к но за от для так его у то же или был бы при она мы все они до уже году ее чем
      их если быть
      """
    ),
    (
      "uk",
      """
      і в не на що з та до як у за від для це його але був про які має або їх він вона при над щоб ми під який із є й
      було року буде
      """
    ),
    (
      "be",
      """
      і ў не на што з да як у за ад для гэта яго але быў пра якія мае або іх ён яна пры каб мы пад які было году
      """
    ),
    (
      "bg",
      """
      и на в за от се да с е са че по не ще като към до със или той има това при бе но след му си ги във само може още
      """
    ),
    (
      "sr",
      """
      и у је да на се за са од су не који као ће али то из што или до по би о није само био све већ које г
      """
    ),
    (
      "mk",
      """
      и на во да за се од не со ќе што е ги како тоа но или при беше има кој до ја му по ова сите дека кои
      """
    ),
    (
      "ar",
      """
      في من على إلى أن عن مع هذا ما كان لا بعد بين أو قد كما قال هذه ذلك الذي التي كل أنه منذ لم هو هي قبل وقد
      """
    ),
    (
      "fa",
      """
      در به از که این را با است آن برای یک خود تا هم شده بود کرد می بر نیز ها شد هر اما یا ما
      """
    ),
    (
      "ur",
      """
      کے میں کی ہے اور سے کا کو نے پر ہیں کہ یہ اس بھی ایک نہیں تھا وہ گیا ہو تو
      """
    ),
  ]
}
