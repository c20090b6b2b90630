#!/bin/bash
# Shards on one machine or several with GNU parallel, and the merge when all are done:
#
#     examples/scaling/parallel.sh FOLDER SHARDS [options of parallel, as --sshloginfile hosts.txt]
#
# All hosts must see the folder under the same path. A shard that fails is tried twice more.
set -eu

project=${1:?the folder of the project}
shards=${2:?how many shards}
shift 2
chancery=${CHANCERY:-chancery}
# Exit code 1 tells of documents with errors: they are in the report, and trying again does not help.
parallel --retries 3 --line-buffer "$@" \
  "$chancery build --project '$project' --shard {}/$shards --jobs 1 --quiet; [ \$? -le 1 ]" ::: $(seq "$shards")
exec "$chancery" merge --project "$project"
