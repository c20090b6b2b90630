#!/bin/bash
# A build on a Slurm cluster whose nodes share the folder of the project:
#
#     sbatch --array=1-40 examples/scaling/slurm.sh /shared/edition
#     sbatch --dependency=singleton --job-name=chancery-merge --wrap 'chancery merge --project /shared/edition'
#
# Each task of the array does one shard. A task that was ended early is simply queued again: what it has done is
# remembered, and it goes on from there.
#SBATCH --job-name=chancery
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
set -eu

project=${1:?the folder of the project}
shard="${SLURM_ARRAY_TASK_ID:?run it as an array}/${SLURM_ARRAY_TASK_COUNT:?}"
exec "${CHANCERY:-chancery}" build --project "$project" --shard "$shard" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" --progress none
