# shellcheck shell=bash
# Sourced by the scripts that run Java: prints the path of a JDK 25's java, which may stand beside an older default.
find_java() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
    if grep -qs '^JAVA_VERSION="25[."]' "$home/release" && [[ -x $home/bin/java ]]; then
      printf '%s/bin/java' "$home"
      return
    fi
  done
  fail 'no JDK 25 found in JAVA_HOME or /usr/lib/jvm; install one, such as Temurin 25'
}
