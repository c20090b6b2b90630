#!/bin/bash
# A distributed build over hosts that share nothing but a network and a store: three workers in network
# namespaces of their own, killed, cut off and slowed at random, and the bytes compared with one machine's.
#
#     sudo test/campaigns/hosts.sh [DOCUMENTS] [SECONDS OF TROUBLE] [SEED]
#
# Needs root, iproute2 and redis-server. With cheap stages; REAL=1 runs the whole program.
set -euo pipefail

documents=${1:-2000}
trouble=${2:-30}
RANDOM=${3:-1}
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
workers=3
bridge=chancery0
declare -A pids

cleanup() {
  for pid in "${pids[@]}" "${redis:-}"; do [ -n "$pid" ] && kill -9 "$pid" 2>/dev/null || true; done
  for n in $(seq $workers); do ip netns del "chancery$n" 2>/dev/null || true; done
  ip link del $bridge 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

ip link add $bridge type bridge
ip addr add 10.78.0.1/24 dev $bridge
ip link set $bridge up
for n in $(seq $workers); do
  ip netns add "chancery$n"
  ip link add "chv$n" type veth peer name eth0 netns "chancery$n"
  ip link set "chv$n" master $bridge up
  ip -n "chancery$n" addr add "10.78.0.1$n/24" dev eth0
  ip -n "chancery$n" link set eth0 up
  ip -n "chancery$n" link set lo up
done

redis-server --port 6390 --bind 10.78.0.1 --save '' --protected-mode no --daemonize no > "$work/redis.log" &
redis=$!
queue=redis://10.78.0.1:6390
mkdir -p "$work/store" "$work/project/sources" "$work/alone"
echo '{"title": "Hosts"}' > "$work/project/chancery.json"
for i in $(seq "$documents"); do
  printf 'TELEGRAM %s\n\nThe talks went on for %s hours.\n' "$i" "$((RANDOM % 100))" > "$work/project/sources/d$i.txt"
done
cp -r "$work/project/." "$work/alone/"

start() {
  local n=$1
  if [ "${REAL:-}" ]; then
    ip netns exec "chancery$n" node "$here/bin/chancery.js" worker --queue $queue --store "$work/store" --jobs 1 --quiet &
  else
    ip netns exec "chancery$n" node "$here/test/campaigns/cheap-worker.js" $queue "$work/store" > /dev/null &
  fi
  pids[$n]=$!
}

build() {
  if [ "${REAL:-}" ]; then
    if [ "$1" = alone ]; then node "$here/bin/chancery.js" build --quiet --project "$work/alone" > /dev/null
    else node "$here/bin/chancery.js" build --quiet --project "$work/project" --queue $queue --store "$work/store" > /dev/null; fi
  elif [ "$1" = alone ]; then node "$here/test/campaigns/cheap-build.js" "$work/alone"
  else node "$here/test/campaigns/cheap-build.js" "$work/project" $queue "$work/store"; fi || [ $? -eq 1 ]
}

for n in $(seq $workers); do start "$n"; done
began=$(date +%s%N)
build queue &
planner=$!
killed=0 cut=0 slowed=0
end=$((SECONDS + trouble))
while kill -0 $planner 2>/dev/null && [ $SECONDS -lt $end ]; do
  sleep "0.$((RANDOM % 9 + 1))"
  n=$((RANDOM % workers + 1))
  case $((RANDOM % 4)) in
    0) kill -9 "${pids[$n]}" 2>/dev/null || true; wait "${pids[$n]}" 2>/dev/null || true; start $n; killed=$((killed + 1)) ;;
    1) ip -n "chancery$n" link set eth0 down; sleep 1; ip -n "chancery$n" link set eth0 up; cut=$((cut + 1)) ;;
    2) ip netns exec "chancery$n" tc qdisc replace dev eth0 root netem delay 200ms 100ms loss 5% 2>/dev/null && slowed=$((slowed + 1)) || true ;;
    3) ip netns exec "chancery$n" tc qdisc del dev eth0 root 2>/dev/null || true ;;
  esac
done
for n in $(seq $workers); do ip netns exec "chancery$n" tc qdisc del dev eth0 root 2>/dev/null || true; done
wait $planner
ms=$((($(date +%s%N) - began) / 1000000))
build alone
diff -r "$work/project/dist" "$work/alone/dist"
diff -r "$work/project/tei" "$work/alone/tei"
left=$(find "$work/store" -type f | wc -l)
echo "$documents documents in $ms ms; $killed workers killed, $cut cut off, $slowed slowed; the same bytes; $left files left in the store"
