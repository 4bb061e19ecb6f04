# needs: jsonschema
"""Stand-off JSON follows its schema, and its offsets are those that Python and bytes have."""
import json, os, subprocess
from pathlib import Path

from jsonschema import Draft202012Validator

root = Path(__file__).resolve().parents[2]
schema = json.loads((root / "schemas/standoff.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
subprocess.run([os.environ["TEIKIT"], "export", os.environ["CORPUS"], "--to", "standoff", "-o", "standoff"], check=True)
count = 0
for file in sorted(Path("standoff").glob("*.json")):
    if file.name == "teikit-export.json":
        continue
    document = json.loads(file.read_text(encoding="utf-8"))
    errors = [f"{file.name}: {error.json_path}: {error.message}" for error in validator.iter_errors(document)]
    assert not errors, errors[:3]
    encoded = (file.parent / document["text"]["file"]).read_bytes()
    text = encoded.decode("utf-8")
    assert document["text"]["codePoints"] == len(text) and document["text"]["bytes"] == len(encoded)
    for kind in ("blocks", "sentences", "tokens", "annotations"):
        for item in document.get(kind, []):
            words = text[item["start"]:item["end"]]
            assert words == encoded[item["byteStart"]:item["byteEnd"]].decode("utf-8"), (file, item)
            assert words == item.get("text", words), (file, item)
            assert kind != "blocks" or "\n" not in words
            count += kind == "annotations"
    # What is no part of the format is refused.
    assert not validator.is_valid({**document, "more": 1})
assert count > 1000, count
print(f"{count} annotations")
