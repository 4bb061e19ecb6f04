"""Finds regulations of the European Union, with their CELEX numbers."""
import json, re, sys

for line in sys.stdin:
    article = json.loads(line)
    entities = []
    for match in re.finditer(r"Regulation \((?:EU|EC)\) (No )?(\d+)/(\d+)", article["text"]):
        number, year = (match[2], match[3]) if match[1] else (match[3], match[2])
        entities.append({"start": match.start(), "end": match.end(), "type": "law",
                         "identifiers": {"celex": f"3{year}R{int(number):04}"}})
    print(json.dumps({"id": article["id"], "entities": entities}))
