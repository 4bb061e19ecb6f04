extension Vocabulary {
  static let french = Vocabulary(
    never: """
      m mm mme mmes mlle mlles mgr me dr drs pr st ste sts stes p.ex ex c.-à-d c.à.d i.e env ltn cne cdt \
      hab préf apr chap fasc ibid loc.cit op.cit
      """,
    beforeNumber: "no nos n° art al p pp vol t fig tél réf par § l r d",
    beforeStarter: """
      j.-c av.j.-c apr.j.-c r.-v janv févr avr juil sept oct nov déc lun mar mer jeu ven sam dim ets sté cie s.a s.a.r.l \
      u.e n.d.l.r min prof col gal cl boul bd chem éd inf sup rév trad dép av v
      """,
    beforeCapital: "etc",
    starters: """
      le la les un une des du de ce cet cette ces il elle ils elles on nous vous je tu et mais ou or donc car ni en dans à \
      au aux par pour sur sous avec sans entre vers chez depuis pendant avant après selon malgré contre dès si quand lorsque \
      comme puisque parce afin alors ainsi aussi cependant pourtant toutefois néanmoins ensuite enfin puis hier demain \
      ici là plus moins très tout tous toute toutes certains certaines plusieurs quelques chaque aucun aucune rien son sa \
      ses leur leurs mon ma mes notre nos votre vos qui que quoi où comment pourquoi quel quelle quels quelles est sont \
      oui non même autre autres bien bref voici voilà c'est ceux celui celle celles cela ça deux trois désormais \
      actuellement récemment aujourd déjà toujours jamais parfois souvent parmi grâce face outre durant jusqu lors
      """,
    elisions: "l d c s j n m t qu lorsqu puisqu jusqu quelqu aujourd")
}
