#!/usr/bin/env bash
# The words of pages and plain texts against the TEI's, and the pages against html-validate, over hundreds of documents
# of every family of ../shared/corpus: bash test/campaigns/text-equality.sh [DOCUMENTS-OF-EACH-FAMILY, 100]
set -euo pipefail
cd "$(dirname "$0")/../.."
CHANCERY_SAMPLE=${1:-100} npx vitest run test/transform/corpus.test.ts
