extension Vocabulary {
  /// What stands in articles of every language: titles, companies, references.
  static let international = Vocabulary(
    never: """
      mr mrs ms mx dr drs prof mme mlle mgr msgr fr hon rev capt cmdr col gen lt maj sgt adm sen rep gov supt \
      e.g i.e eg ie cf vs
      """,
    beforeNumber: "no nos nr p pp vol fig figs art ch sec para pag cap tab ver v tel",
    beforeStarter: """
      st mt inc corp co cos ltd plc llc bros jr sr ph.d m.d b.a m.a m.sc u.s u.k u.n e.u u.s.a d.c s.a s.l s.p.a n.v b.v \
      a.m p.m al
      """,
    beforeCapital: "etc",
    starters: "")
}
