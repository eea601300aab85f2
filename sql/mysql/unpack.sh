#!/usr/bin/env bash
# Unpacks a MySQL server from Debian unstable into a directory, for tests: no root, nothing installed on the machine.
# Its programs run through DIRECTORY/mysqld, which brings its own C library.
#
#   sql/mysql/unpack.sh DIRECTORY [MIRROR]
set -euo pipefail

fail() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit 1
}

(($# == 1 || $# == 2)) || fail 'usage: unpack.sh DIRECTORY [MIRROR]'
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[[ -r $keyring ]] || fail "needs Debian or a derivative: $keyring is not there"
mkdir -p -- "$1"
directory=$(readlink -f -- "$1")
mirror=${2:-http://deb.debian.org/debian}
if [[ -x $directory/mysqld ]]; then
  exit
fi

work=$(mktemp -d -- "$directory/unpack.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
mkdir -p "$work"/{lists/partial,cache/archives/partial,debs}
: >"$work/status"
printf 'deb [signed-by=%s] %s sid main\n' "$keyring" "$mirror" >"$work/sources.list"

# An apt of its own: its lists, its cache, and a machine on which nothing is installed.
private_apt() {
  apt-get -qq -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o "Dir::State::Lists=$work/lists" -o "Dir::State::Status=$work/status" -o "Dir::Cache=$work/cache" \
    -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User="$(id -un)" -o APT::Install-Recommends=false \
    -o Acquire::Languages=none "$@"
}

private_apt update
private_apt --download-only -y install mysql-server-core
for package in "$work"/cache/archives/*.deb; do
  dpkg-deb -x "$package" "$directory"
done
loader=$(find "$directory/usr" -name 'ld-linux-x86-64.so.2' -print -quit)
[[ -n $loader && -x $directory/usr/sbin/mysqld ]] || fail "the packages hold no mysqld for x86-64"
cat >"$directory/mysqld" <<SCRIPT
#!/bin/sh
exec '$loader' --library-path '$directory/usr/lib/x86_64-linux-gnu:$directory/usr/lib/mysql/private' \\
  '$directory/usr/sbin/mysqld' --no-defaults --basedir='$directory/usr' --lc-messages-dir='$directory/usr/share/mysql' \\
  --character-sets-dir='$directory/usr/share/mysql/charsets' --plugin-dir='$directory/usr/lib/mysql/plugin' \\
  --secure-file-priv=NULL "\$@"
SCRIPT
chmod +x "$directory/mysqld"
