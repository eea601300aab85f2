# Runs inside a host: steps the wall clock that its services see. usage: bash -s -- SECONDS|clear
# shellcheck shell=bash
set -euo pipefail

units=(isuumo mariadb mysql nginx)
directory=/run/sandbox-clock # and drop-ins in /run: a reboot undoes all
library=$(echo /usr/lib/*/faketime/libfaketimeMT.so.1)

# The file is read at every look at the clock; the monotonic clock stays true, and waits by it are left alone (with the
# library's own repair for them each timed wait of a JVM spins).
variables=(
  "LD_PRELOAD=$library" "FAKETIME_TIMESTAMP_FILE=$directory/offset" FAKETIME_NO_CACHE=1 FAKETIME_DISABLE_SHM=1
  DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0
)

existing() {
  local unit
  for unit in "${units[@]}"; do
    if [[ $(systemctl show --value --property=LoadState "$unit") == loaded ]]; then
      printf '%s\n' "$unit"
    fi
  done
}

restart() {
  systemctl daemon-reload
  existing | xargs -r systemctl try-restart
  systemctl restart ssh # running sessions stay
}

drop_in() { # UNIT SETTING
  mkdir -p "/run/systemd/system/$1.service.d"
  printf '[Service]\n%s\n' "$2" >"/run/systemd/system/$1.service.d/sandbox-clock.conf"
}

# sshd passes its own environment to no session, but what SetEnv says.
arm() {
  local unit
  mkdir -p "$directory"
  printf '+0\n' >"$directory/offset"
  for unit in $(existing); do
    drop_in "$unit" "Environment=${variables[*]}"
  done
  printf 'SetEnv %s\nInclude /etc/ssh/sshd_config\n' "${variables[*]}" >"$directory/sshd_config"
  printf 'SSHD_OPTS="-f %s"\n' "$directory/sshd_config" >"$directory/ssh.env"
  drop_in ssh "EnvironmentFile=$directory/ssh.env" # after Debian's own file, which empties the variable
  restart
}

# Replaced, not rewritten: a reader sees the old or the new step, never half.
step() { # SECONDS
  printf '%+d\n' "$1" >"$directory/offset.new"
  mv "$directory/offset.new" "$directory/offset"
}

# Units that can be fooled stay so, at the true time: to undo a fault must not be one.
if [[ $1 == clear ]]; then
  [[ ! -e $directory/offset ]] || step 0
else
  [[ -e $directory/offset ]] || arm
  step "$1"
fi
