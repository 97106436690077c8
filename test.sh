#!/usr/bin/env bash
# Installs what the tests need where it may, builds, checks the format and runs every test.
# Closes with one line: "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Everything temporary, the build tools' too, goes when this ends. Others may pass through: a database's server runs as somebody else.
TMPDIR=$(mktemp -d)
export TMPDIR
chmod 711 "$TMPDIR"
trap 'rm -rf "$TMPDIR"' EXIT

fail() { echo "$1" >&2; echo "0 passed, 1 failed"; exit 1; }

# What is missing is installed as root, or named; the tests that need it are then skipped by name.
missing=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
command -v chromium >/dev/null 2>&1 || missing+=(chromium)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null ||
      echo "Could not install ${missing[*]}: the tests that need them will be skipped by name."
  else
    echo "Not installed: ${missing[*]}. The tests that need them will be skipped by name."
  fi
fi
command -v dotnet >/dev/null 2>&1 || fail "The .NET SDK 10 is not installed."
command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || fail "Node 20 with npm is not installed; the front end is built with it."

dotnet build VoldCms.sln -c Release -v quiet --nologo || fail "The build failed."
dotnet tool restore >/dev/null || fail "The tools of .config/dotnet-tools.json could not be restored."
dotnet csharpier check . || fail "The layout differs: run 'dotnet csharpier format .'."
dotnet format style VoldCms.sln --verify-no-changes --no-restore || fail "The style differs: run 'dotnet format style VoldCms.sln'."

log=$TMPDIR/tests.log
dotnet test --solution VoldCms.sln -c Release --no-build --no-ansi --no-progress --max-parallel-test-modules 1 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
count() { awk -v key="$1:" '/^Test run summary:/{summary=1} summary && $1==key{value=$2} END{print value+0}' "$log"; }
passed=$(count succeeded) failed=$(count failed)
# A crash, or a project in which no test ran, is a failure although no test failed.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ]; then failed=1; status=1; fi
# What failed is told again by its end, where a log that was cut still has it.
[ "$failed" -eq 0 ] || awk '/^failed /{lines=30} lines-- > 0' "$log" | cut -c1-400
echo "$passed passed, $failed failed"
exit "$status"
