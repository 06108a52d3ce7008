#!/usr/bin/env bash
# Installs the .deb that linux.sh built, runs the installed demo without a display, and removes it again. Needs root.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
package=$(ls "$root"/app/target/jpackage/dist/*.deb)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dpkg -i "$package" || apt-get install -q -y -f
PLIMSOLL_HEADLESS=1 XDG_CONFIG_HOME="$work/config" /usr/bin/plimsoll demo "$work/case"
desktop=/usr/share/applications/plimsoll.desktop
test -x "$(sed -n "s/^Exec=//p" "$desktop")"
test -s "$(sed -n "s/^Icon=//p" "$desktop")"
test -s "$work/case/report.html"
git -C "$work/case/clone" log -1 --format=%B finops/demo | grep -q '^FinOps-Path: '
dpkg -r plimsoll
if [ -e /opt/plimsoll ] || [ -e /usr/bin/plimsoll ] || [ -e /usr/share/applications/plimsoll.desktop ]; then
  echo "Removing left something behind." >&2
  exit 1
fi
echo "Installed, ran the demo, removed."
