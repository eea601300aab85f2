# Packages of Debian unstable in a directory, for tests: no root, nothing installed on the machine.
# Sourced by scripts that define fail MESSAGE.
# shellcheck shell=bash

# Unpacks packages and all that they need, as for a machine on which nothing is installed.
unpack_packages() ( # DIRECTORY MIRROR PACKAGE...
  directory=$1 mirror=$2
  shift 2
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [[ -r $keyring ]] || fail "needs Debian or a derivative: $keyring is not there"
  work=$(mktemp -d -- "$directory/unpack.XXXXXX")
  trap 'rm -rf -- "$work"' EXIT
  mkdir -p "$work"/{lists/partial,cache/archives/partial}
  : >"$work/status"
  printf 'deb [signed-by=%s] %s sid main\n' "$keyring" "$mirror" >"$work/sources.list"
  private_apt "$work" update
  private_apt "$work" --download-only -y install "$@"
  for package in "$work"/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$directory"
  done
)

# An apt of its own: its lists, its cache, its machine.
private_apt() { # DIRECTORY ARGUMENTS...
  local work=$1
  shift
  apt-get -qq -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o "Dir::State::Lists=$work/lists" -o "Dir::State::Status=$work/status" -o "Dir::Cache=$work/cache" \
    -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User="$(id -un)" -o APT::Install-Recommends=false \
    -o Acquire::Languages=none "$@"
}
