#!/usr/bin/env bash
# Builds an installer (.deb) for this machine's processor into app/target/jpackage/dist.
#
# The runtime is jlinked from the JDK and JavaFX; the application stays on the class path, since many of its libraries are
# automatic modules. An AOT cache, trained by running the demo once, halves the start.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
. "$here/jdk.sh"
jdk=$(find_jdk)
case $(uname -m) in
  x86_64) native=linux_amd64 ;;
  aarch64) native=linux_arm64 ;;
  *) echo "No installer for $(uname -m)." >&2; exit 2 ;;
esac
version=$(sed -n 's:.*<version>\([0-9][0-9.]*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)

out=$root/app/target/jpackage
(cd "$root" && mvn -q -B -DskipTests -Dspotless.check.skip=true package)
rm -rf "$out"
mkdir -p "$out/input/native" "$out/javafx"

echo "Collecting jars without the natives of other platforms ..."
cp "$root/app/target/plimsoll.jar" "$root"/app/target/lib/*.jar "$out/input/"
engine=$(ls "$out"/input/duckdb_jdbc-*.jar)
(cd "$out/input/native" && "$jdk/bin/jar" xf "$engine" "libduckdb_java.so_$native" \
  && mv "libduckdb_java.so_$native" libduckdb_java.so)
if command -v strip >/dev/null; then strip --strip-unneeded "$out/input/native/libduckdb_java.so"; fi
mkdir "$out/engine"
(cd "$out/engine" && "$jdk/bin/jar" xf "$engine" && rm -f libduckdb_java.so_* \
  && "$jdk/bin/jar" cfm "$engine" META-INF/MANIFEST.MF -C "$out/engine" .)
cp -r "$root/sample-data" "$out/input/sample-data"
rm -rf "$out/input/sample-data/generator"
cp "$root"/app/target/javafx/*-linux*.jar "$out/javafx/"

echo "Linking the runtime ..."
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.unsupported,jdk.zipfs,javafx.controls
"$jdk/bin/jlink" --module-path "$out/javafx" --add-modules "$modules" --include-locales=en,de \
  --strip-debug --no-man-pages --no-header-files --compress zip-0 --output "$out/runtime"

echo "Making the application image ..."
"$jdk/bin/jpackage" --type app-image --dest "$out/image" --name plimsoll --app-version "$version" \
  --runtime-image "$out/runtime" --input "$out/input" --main-jar plimsoll.jar --main-class io.plimsoll.app.Launcher \
  --java-options "-XX:+UseSerialGC" \
  --java-options "--enable-native-access=javafx.graphics,ALL-UNNAMED" \
  --java-options "--sun-misc-unsafe-memory-access=allow" \
  --java-options "-Djava.library.path=\$APPDIR/native" \
  --java-options "-Dplimsoll.home=\$APPDIR" \
  --java-options "-Djdk.serialFilter=!*" \
  --java-options "-Dfile.encoding=UTF-8"

echo "Training the AOT cache with the demo ..."
application=$out/image/plimsoll
training=$(mktemp -d)
trap 'rm -rf "$training"' EXIT
PLIMSOLL_HEADLESS=1 XDG_CONFIG_HOME="$training/config" JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$application/lib/app/plimsoll.aot" \
  "$application/bin/plimsoll" demo "$training/case" >/dev/null
test -s "$application/lib/app/plimsoll.aot"
sed -i '/^java-options=-XX:+UseSerialGC/a java-options=-XX:AOTCache=$APPDIR/plimsoll.aot' "$application/lib/app/plimsoll.cfg"
rm -rf "$application/lib/runtime/bin"

echo "Packing ..."
"$jdk/bin/jpackage" --type deb --dest "$out/dist" --name plimsoll --app-version "$version" --app-image "$application" \
  --resource-dir "$here/linux" --install-dir /opt \
  --description "Offline workbench for architects who own cloud cost" --vendor "Plimsoll" \
  --license-file "$root/LICENSE" --linux-package-name plimsoll --linux-app-category devel \
  --linux-shortcut --linux-menu-group Development \
  --linux-package-deps "libgtk-3-0, libxtst6, libgl1, libfreetype6, libfontconfig1, libpangoft2-1.0-0"
(cd "$out/dist" && sha256sum ./*.deb | tee SHA256SUMS)
