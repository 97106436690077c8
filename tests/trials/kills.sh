#!/usr/bin/env bash
# kills.sh [times]: the tests of kills, with dozens of kills instead of three. See README.md beside it.
set -uo pipefail
cd "$(dirname "$0")/../.."
export VOLDCMS_TRIAL_KILLS=${1:-24}
TMPDIR=$(mktemp -d)
export TMPDIR
chmod 711 "$TMPDIR"
trap 'rm -rf "$TMPDIR"' EXIT

project=tests/VoldCms.IntegrationTests
dotnet build $project -c Release -v quiet --nologo || exit 1
echo "$(git log -1 --format='%h %cs'), $VOLDCMS_TRIAL_KILLS kills each"
timeout 1800 $project/bin/Release/net10.0/VoldCms.IntegrationTests -noLogo \
  -class '*KilledCommandsTests' -class '*KilledPublishingTests' -class '*KilledSeedingTests'
