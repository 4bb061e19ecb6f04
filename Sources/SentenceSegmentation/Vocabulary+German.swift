extension Vocabulary {
  static let german = Vocabulary(
    never: """
      hr hrn fr frl dipl ing med phil jur habil hl bzw vgl bspw ggf ggfs evtl sog insb insbes inkl exkl zzgl zzt \
      abzgl bzgl einschl ausschl entspr gem lt u.a.m d.h z.b u.a z.t o.ä i.d.r s.o s.u v.a i.a u.u m.e i.e.s i.w.s o.g \
      m.a.w d.i i.s.v i.v.m m.w s.a z.zt zit hrsg geb gest verh vorm ehem ursprgl urspr mind ca wg betr \
      div versch südl nördl östl westl dt engl frz ital span lat griech russ österr amerik brit \
      kath ev evang röm stellv vors gegr zus ungef allg spez techn wiss dergl desgl usf o.dgl
      """,
    beforeNumber: "abs nr nrn s bd bde kap abb tab art ziff zif rn rdnr rz anm aufl jg jh hft heft bl lfd ab tel",
    beforeStarter: """
      jan feb febr mrz apr jun jul aug sep sept okt nov dez std min sek mio mrd tsd tel \
      str pl chr v.chr n.chr u.z e.v i.r i.l a.d a.m a.s o.j hbf bhf geschl co jh jhd jhdt
      """,
    capitalBeforeStarter: "mo di mi do sa mag max franz schweiz sen jun",
    beforeCapital: "usw usf u.s.w etc u.v.m u.v.a",
    starters: """
      der die das den dem des ein eine einen einem einer eines er sie es wir ihr ich du man und aber oder doch denn \
      in im am an auf aus bei beim mit nach von vom vor zu zum zur über unter durch für gegen ohne um seit bis während \
      wegen trotz laut als wenn weil da dass ob obwohl nachdem bevor damit so auch nur noch schon jetzt heute gestern \
      morgen hier dort dann danach dabei dazu dafür dagegen darum daher deshalb deswegen trotzdem außerdem zudem \
      allerdings jedoch inzwischen mittlerweile schließlich zuletzt zunächst später früher immer nie nicht kein keine \
      keiner keinen keinem wer was wo wie warum wann welche welcher welches diese dieser dieses diesen diesem jede jeder \
      jedes jene sein seine seiner seinem seinen ihre ihrer ihrem ihren mein meine unser unsere alle alles viele mehrere \
      einige manche beide andere zwei drei ja nein dennoch vielleicht natürlich leider eigentlich nun darüber daraufhin \
      darauf daran damals derzeit bereits sogar ebenso ferner weiter weitere hinzu insgesamt anschließend jedenfalls \
      gleichzeitig wieder wird werden wurde wurden ist sind war waren hat haben hatte hatten kann können soll sollte muss \
      insbesondere besonders ihm ihn ihnen uns euch sich zwar dazwischen dadurch stattdessen hingegen somit
      """,
    isGerman: true)

  /// What stands before an ordinal: articles, possessives and prepositions that take one.
  static let beforeOrdinal = Set(
    words: """
      der die das dem den des am im zum zur vom beim ein eine einen einem einer eines jeder jede jedes jeden jedem dieser \
      diese dieses diesen diesem sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer mein meine meinen meinem meiner \
      unser unsere unseren unserem unserer ins ans aufs fürs übers und oder bis ab seit
      """)

  /// What an ordinal numbers, where nothing before it tells.
  static let afterOrdinal = Set(
    words: """
      januar jänner februar märz april mai juni juli august september oktober november dezember jan feb febr mrz apr jun \
      jul aug sep sept okt nov dez jahrhundert jahrhunderts jahrhunderten jahrtausend jahrtausends jh jhd jhdt weltkrieg \
      weltkriegs weltkrieges bundesliga liga klasse stock etage obergeschoss platz rang mal geburtstag geburtstags \
      jahrestag jahrestages todestag hochzeitstag lebensjahr auflage kapitel runde spieltag minute quartal halbjahr \
      semester wahlperiode division armee bezirk gebot akt satz teil band jahrgang stelle tag etappe
      """)
}
