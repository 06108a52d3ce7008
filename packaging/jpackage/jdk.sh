# Sourced by ./plimsoll, .ci/run and the packaging scripts: find_jdk prints the home of a JDK 25, or fails.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | head -n 1 | grep -q '"25[."]'
}

find_jdk() {
  for home in "${JAVA_HOME:-}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      echo "$home"
      return 0
    fi
  done
  on_path=$(command -v javac || true)
  while [ -n "$on_path" ] && [ -L "$on_path" ]; do
    link=$(readlink "$on_path")
    case $link in /*) on_path=$link ;; *) on_path=$(dirname "$on_path")/$link ;; esac
  done
  if [ -n "$on_path" ] && is_jdk_25 "$(dirname "$(dirname "$on_path")")"; then
    dirname "$(dirname "$on_path")"
    return 0
  fi
  echo "Plimsoll needs a JDK 25 and found none: install one (for example Temurin 25) or set JAVA_HOME to it." >&2
  return 1
}
