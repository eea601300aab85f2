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
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
. "$here/packages.sh"

(($# == 1 || $# == 2)) || fail 'usage: unpack.sh DIRECTORY [MIRROR]'
mkdir -p -- "$1"
directory=$(readlink -f -- "$1")
mirror=${2:-http://deb.debian.org/debian}
if [[ -x $directory/mysqld ]]; then
  exit
fi

unpack_packages "$directory" "$mirror" mysql-server-core
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
