#!/usr/bin/env bash
# What one anonymous request takes at most, alone and a hundred at once, on 100,000 items of Tønsberg: bytes of answer, memory,
# memory afterwards, and how fast the front page answers meanwhile. Usage: tests/trials/anonymous-bounds/run.sh [ITEMS]; some
# fifteen minutes. Asks 127.0.0.1 alone, on a free port.
set -euo pipefail
cd "$(dirname "$0")/../../.."
items=${1:-100000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/VoldCms.Web -c Release -v q --nologo
timeout 1800 node tests/trials/anonymous-bounds/trial.mjs src/VoldCms.Web/bin/Release/net10.0/VoldCms.Web.dll "$work" "$items"
