# shellcheck shell=bash
# Debian's packages for tests that install nothing; the script that sources this has fail.

# Without their install scripts, which would start servers. What apt knows of them may be old: then it looks again.
unpack() { # DIRECTORY PACKAGE...
  local archive
  command -v apt-get >/dev/null || fail "${*:2} missing, and no apt to get it with; install it"
  mkdir -p -- "$1"
  if ! download "$@"; then
    apt-get update -q -o Acquire::Retries=3 || fail "apt-get update failed; run as root, or install ${*:2}"
    download "$@" || fail "apt cannot download ${*:2}; install it"
  fi
  for archive in "$1"/*.deb; do
    dpkg-deb -x "$archive" "$1"
    rm -- "$archive"
  done
}

download() { # DIRECTORY PACKAGE...
  (cd -- "$1" && apt-get download -q -o Acquire::Retries=3 "${@:2}")
}
