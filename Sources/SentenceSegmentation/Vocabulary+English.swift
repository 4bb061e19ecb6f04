extension Vocabulary {
  static let english = Vocabulary(
    never: """
      messrs mmes pres reps sens gens cols lieut lt.col lt.gen brig maj.gen sgt cpl pvt insp det supt atty ald cllr \
      approx appx est viz ibid op.cit c.f i.e e.g incl excl esp resp v abbr pron cit attn p.s
      """,
    beforeNumber: "eq ex pt bk ln ll pl nn app sect vols arts chs ss cl",
    beforeStarter: """
      ave blvd rd sq hwy pkwy ft mts assn assoc dept univ inst intl natl mfg dist govt bldg hosp min hrs hr mins secs lb \
      lbs oz yd yds mph esq ret cont eds cie ca n.y l.a b.c a.d b.c.e c.e
      """,
    capitalBeforeStarter: """
      jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo \
      conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis \
      wyo ont que alta sask ed max
      """,
    starters: """
      the this that these those he she it we you they i but and or so yet in on at by for from with without as if when \
      while where after before although though because since however there here his her its their our my your what who \
      why how which whether no not yes some many most both each every one another other others then now also still even \
      only just such to during over between among through until unlike despite according meanwhile moreover furthermore \
      nevertheless nonetheless instead perhaps maybe today yesterday tomorrow later last once did do does is are was were \
      can could should would has have had nobody nothing everyone everything somebody someone something nor thus hence \
      therefore indeed otherwise finally eventually recently currently previously additionally similarly consequently \
      several few much more less all any an a about above across against along around because behind below beside besides \
      beyond inside outside near within throughout toward towards upon under whatever whenever wherever whoever \
      unfortunately fortunately luckily sadly often sometimes usually never always again almost already back
      """)
}
