# Finds ministers, with the offsets of match, which are code points.
{id, entities: [.text | match("[A-Z]\\w+ Minister"; "g") |
  {start: .offset, end: (.offset + .length), type: "TITLE", certainty: 0.99}]}
