#!/usr/bin/env bash
# Makes the data directory and the backup of a release, as its program leaves them: tests/releases/{version}/.
# Run on the release's own commit; what it makes is stored with the next one, and is never made again. ReleaseTests open and restore it.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -z "$(git status --porcelain -- src recipes Directory.Build.props Directory.Packages.props)" ] ||
  { echo "There are changes that are in no commit; expected the program of the last one." >&2; exit 1; }
dotnet build src/VoldCms.Web -c Release -v quiet --nologo
built=src/VoldCms.Web/bin/Release/net10.0
version=$(dotnet $built/VoldCms.Web.dll --version)
to=tests/releases/${version%%+*}
[ ! -e "$to" ] || { echo "'$to' is there already; what a release has made is kept." >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export VoldCms__DataDirectory="$work/data" DOTNET_EnableDiagnostics=0
# Without the four municipalities that its settings name.
cp -r $built "$work/program"
echo '{}' >"$work/program/appsettings.json"
program() { dotnet "$work/program/VoldCms.Web.dll" "$@"; }
program tenant create Prove --recipe tests/releases/small.recipe.json --site-name "Prøve kommune"
program user create prove --tenant Prove --email prove@example.no --role Editor --generate-password >/dev/null
program apikey create prove --tenant Prove --role Editor >/dev/null

# Served once, so that it has made its keys, by which it is known that a site was here.
dotnet "$work/program/VoldCms.Web.dll" --urls http://127.0.0.1:0 >"$work/log" 2>&1 &
site=$!
for _ in $(seq 600); do grep -q '^Ready: ' "$work/log" && break; sleep 0.2; done
grep -q '^Ready: ' "$work/log" || { cat "$work/log" >&2; exit 1; }
kill "$site"
wait "$site" || true

mkdir "$to"
program backup "$to/backup.zip"
tar --create --gzip --owner=0 --group=0 --numeric-owner --directory "$work/data" --file "$to/data.tar.gz" .
echo "$version" >"$to/made-by.txt"
ls -l "$to"
