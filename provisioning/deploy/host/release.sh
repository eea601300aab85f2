# shellcheck shell=bash
# Releases on a host: unpacked beside each other, one of them current.

# Room for the archive, what it unpacks to, and some for logs and the database.
host_need_room() { # KIB
  local free
  mkdir -p -- "$home/releases"
  rm -rf -- "$home"/releases/.[!.]*
  mkdir -- "$home/releases/.incoming"
  free=$(df --output=avail -k -- "$home/releases" | tail -n 1 | tr -d ' ')
  ((free >= $1)) || refuse "the disk of $home/releases has $((free / 1024)) MiB free and the release needs $(($1 / 1024)) MiB; \
remove something, such as old logs" 14
}

# Beside the others first, then renamed: a release is there whole or not at all.
host_unpack() { # RELEASE SHA256
  local archive=$home/releases/.incoming/archive.tar.gz new=$home/releases/.unpacking-$1 sum
  sum=$(sha256sum -- "$archive" | cut -d ' ' -f 1)
  [[ $sum == "$2" ]] || refuse "the archive arrived with SHA-256 $sum instead of $2; deploy again"
  mkdir -- "$new"
  tar --extract --gzip --file "$archive" --directory "$new" --no-same-owner
  printf 'sha256=%s\n' "$sum" >>"$new/RELEASE"
  chmod -R go=rX -- "$new"
  sync -f "$new"
  mv -T -- "$new" "$home/releases/$1"
  rm -rf -- "$home/releases/.incoming"
}

# Newest first; a failed deploy leaves none.
host_releases() {
  find "$home/releases" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*' -printf '%f\n' 2>/dev/null | sort -r
}

host_release_file() { # RELEASE
  cat -- "$home/releases/$1/RELEASE"
}

# Stops, switches, starts: while nothing runs, no process can mix classes of two releases.
host_switch() { # RELEASE
  local before=$home/current/site new=$home/releases/$1
  [[ -f $new/isuumo.jar ]] || refuse "the release $1 is not in $home/releases" 19
  keep_parts_of_open_pages "$before" "$new/site"
  systemctl stop isuumo.service
  ln -sfn -- "releases/$1" "$home/.current"
  mv -T -- "$home/.current" "$home/current"
  sync -f "$home"
  systemctl start isuumo.service
}

# A page that is open in a browser still loads its parts, whose names carry their content's hash, after the switch. Those
# of the release before only: what that one inherited stays behind.
keep_parts_of_open_pages() { # OLD_SITE NEW_SITE
  local old part
  old=$(realpath -- "$1" 2>/dev/null) || return 0
  [[ -d $old/assets && -d $2/assets && $old != "$2" ]] || return 0
  for part in "$old"/assets/*; do
    if [[ ! -f $old/../inherited/${part##*/} && ! -e $2/assets/${part##*/} ]]; then
      mkdir -p -- "$2/../inherited"
      touch -- "$2/../inherited/${part##*/}"
      ln -- "$part" "$2/assets/"
    fi
  done
}

# Back to what ran before. If that is what still runs, it is left alone.
host_restore() { # RELEASE SECONDS
  if [[ $(host_current) != "$1" || $(host_health) != ready ]]; then
    host_switch "$1"
    host_await "$2" "$(sed -n 's/^commit=//p' "$home/releases/$1/RELEASE")"
  fi
}

host_stop() {
  systemctl stop isuumo.service
  rm -f -- "$home/current"
}

# Whatever release it has, if it has one.
host_wake() {
  systemctl start isuumo.service || true
}

# Passes when this host answers 200 on /healthz and its /version has each of the words. Ends early if the server ends again
# and again; then the last lines of its log say why.
host_await() { # SECONDS WORDS...
  local deadline=$((SECONDS + $1)) started health restarts
  shift
  started=$(systemctl show isuumo.service --property=NRestarts --value)
  while :; do
    health=$(host_health)
    [[ $health != ready ]] || break
    restarts=$(($(systemctl show isuumo.service --property=NRestarts --value) - started))
    if ((restarts >= 3 || SECONDS >= deadline)); then
      last_log_lines
      ((restarts == 0)) || health="the server ended $restarts times"
      refuse "not ready: $health"
    fi
    sleep 0.1
  done
  host_check_version "$@"
}

host_check_version() { # WORDS...
  local version word
  version=$(host_get version)
  for word; do
    [[ $version == *"$word"* ]] || refuse "/version is $version; it should have $word"
  done
}

last_log_lines() {
  journalctl --unit isuumo.service --no-pager --output cat --lines 20 2>/dev/null | sed 's/^/    /' >&2
}

host_forget() { # RELEASE
  rm -rf -- "$home/releases/$1" "$home"/releases/.[!.]*
}

host_prune() { # HOW_MANY
  local current release
  current=$(basename -- "$(readlink -- "$home/current")")
  host_releases | tail -n "+$(($1 + 1))" | while read -r release; do
    if [[ $release != "$current" ]]; then
      rm -rf -- "$home/releases/$release"
    fi
  done
}
