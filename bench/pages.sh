#!/usr/bin/env bash
# Pages under load, with wrk: a plan page from the cache beside the same bytes from memory, and the page made anew each time.
# Usage: bench/pages.sh [PAGE] [SECONDS]; needs wrk, curl and the SDK. Ports 5190 to 5192 have to be free.
set -euo pipefail
cd "$(dirname "$0")/.."
page=${1:-/porsgrunn/nb/planer/forebyggende}
seconds=${2:-5}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

dotnet publish src/VoldCms.Web -c Release -v q --nologo -o "$work/site"
dotnet build bench/VoldCms.Bench -c Release -v q --nologo -o "$work/bench"

serve() { # PORT MEGABYTES
  VoldCms__DataDirectory="$work/data" VoldCms__PageCache__Megabytes=$2 VoldCms__PageCache__MadePerMinute=0 \
    dotnet "$work/site/VoldCms.Web.dll" --urls "http://127.0.0.1:$1" > "$work/$1.log" 2>&1 &
  until curl -sf -o /dev/null "http://127.0.0.1:$1$page"; do sleep 1; done
}
measure() { # NAME PORT CONNECTIONS
  wrk -t1 -c"$3" -d"${seconds}s" -H 'Accept-Encoding: br' "http://127.0.0.1:$2$page" > "$work/wrk"
  printf '%-28s %10s requests/s\n' "$1" "$(awk '/Requests\/sec/ { print $2 }' "$work/wrk")"
}

serve 5190 64
serve 5191 0
curl -sf -H 'Accept-Encoding: br' "http://127.0.0.1:5190$page" > "$work/page"
dotnet "$work/bench/VoldCms.Bench.dll" serve "$work/page" http://127.0.0.1:5192 > /dev/null 2>&1 &
until curl -sf -o /dev/null http://127.0.0.1:5192/; do sleep 1; done

echo "$page: $(curl -sf "http://127.0.0.1:5190$page" | wc -c) bytes, $(wc -c < "$work/page") compressed"
for round in warm-up 1 2 3; do
  echo "$round"
  measure 'the same bytes from memory' 5192 32
  measure 'the page from the cache' 5190 32
  measure 'the page made anew' 5191 16
done
