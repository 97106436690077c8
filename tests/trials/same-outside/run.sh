#!/usr/bin/env bash
# Whether two states of the code say the same to everybody outside: schema, OpenAPI, every page of a crawl, every export, byte
# for byte but for ids, times and hashes made anew.
# Usage: tests/trials/same-outside/run.sh BEFORE [AFTER], two commits of this repository; AFTER is HEAD when it is left out.
# Some fifteen minutes.
set -euo pipefail
cd "$(dirname "$0")/../../.."
before=${1:?"which commit was before?"} after=${2:-HEAD}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One port for both, since pages name the address they were asked at.
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
for state in before after; do
  git clone -q . "$work/$state-src"
  git -C "$work/$state-src" checkout -q "$(git rev-parse "${!state}")"
  dotnet build "$work/$state-src/src/VoldCms.Web" -c Release -v q --nologo
  program="$work/$state-src/src/VoldCms.Web/bin/Release/net10.0/VoldCms.Web.dll"
  timeout 1200 node tests/trials/same-outside/walk.mjs "$program" "$work/$state-data" "$work/$state" "$port"
done

node tests/trials/same-outside/compare.mjs "$work/before" "$work/after"
