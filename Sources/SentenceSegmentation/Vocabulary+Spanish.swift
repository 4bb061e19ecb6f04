extension Vocabulary {
  static let spanish = Vocabulary(
    never: """
      sr sra sres sras srta srtas d dn dña dr dra dres dras prof profa lic licda ing arq abg mtro mtra pbro mons fr sto \
      sta gral cnel tte sgto alm exc excmo excma ilmo ilma hno hna p.ej ej p.e ee ff rr cc jj dd cf cfr v.gr aprox máx mín ref ss rvdo \
      rvda avda av ctra pza urb dpto depto prov
      """,
    beforeNumber: "núm núms no nro n.º pág págs p pp art arts vol vols cap caps fig tel teléf tfno ap apdo párr inc km",
    beforeStarter: """
      ee.uu ee.uu.aa ff.aa rr.hh cc.oo jj.oo ud uds vd vds a.c d.c a.m p.m s.a s.l c.v s.a.s s.r.l cía ltda hnos \
      ene feb mar abr jun jul ago sept oct nov dic a.d da vid c q.e.p.d
      """,
    beforeCapital: "etc",
    starters: """
      el la los las lo un una unos unas este esta esto estos estas ese esa eso esos esas aquel aquella él ella ellos ellas yo \
      tú usted ustedes nosotros se le les me te nos y e o u pero sino aunque porque pues que qué quien quién quienes cual \
      cuál cuando cuándo donde dónde como cómo cuánto cuántos si sí no ni también tampoco además asimismo entonces luego \
      después antes ahora hoy ayer mañana aquí allí así en de del al a por para con sin sobre entre desde hasta hacia según \
      durante mediante contra bajo tras ante muy más menos tan todo toda todos todas algunos algunas algún alguna ningún \
      ninguno ninguna nada nadie cada otro otra otros otras mismo mientras incluso finalmente actualmente posteriormente \
      es son era eran fue fueron ha han había hay está están su sus mi mis nuestro nuestra nuestros dos tres ya aún todavía \
      solo sólo quizá quizás siempre nunca muchos muchas pocos varios varias ambos gracias debido igualmente
      """)
}
