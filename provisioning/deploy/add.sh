# shellcheck shell=bash
# ./deploy.sh add: one host more.

# shellcheck source=provisioning/deploy/members.sh
source "$verbs/members.sh"

add_usage() {
  cat <<'TEXT'
usage: ./deploy.sh add HOST [--inventory FILE] [--dry-run]

Brings a bare host in while the others serve. Write it into the inventory first, as the
others stand there: then add provisions it, makes its database a replica, copies the
release that runs, restarts the others' applications one after the other, so that they
know it, and sends people there once it serves. One host at a time; if it ends half-way,
add it again, or take it away with remove.
TEXT
}

run_add() {
  max_arguments=1
  parse_options "$@"
  read_inventory
  choose_host
  [[ $host != "$writer" ]] || fail "$host is the writer by the inventory; add it as a replica, then promote it" "$EXIT_USAGE"
  step "Asking $(list_hosts)" gather_facts
  for_all_or_fail
  [[ $(fact "$host" health) != ready ]] || fail "$host serves already" "$EXIT_USAGE"
  need_all_but "$host"
  refuse_if_locked
  serving_are_all_but "$host"
  change "Locking $(list_hosts)" take_lock "add $host"
  if [[ $dry_run ]]; then
    printf 'would: provision %s, copy %s there, and restart the application of %s, one after the other\n' \
      "$host" "$(fact "$writer" current)" "${serving[*]}"
    return
  fi
  provision_files --tags base,firewall,mysql,app
  step "$host: copying the release that runs, and starting it" start_as_the_others "$(fact "$writer" current)"
  restart_all
  step "$host: waiting until it serves" on "$host" await "$READY_SECONDS"
  provision_files
  on_all log_line "add - by $(whoami_where): $host"
  tell
}

# As it is on the writer, with what hosts add to it.
start_as_the_others() { # RELEASE
  local archive=$work/release.tar.gz sum
  remote "$writer" "sudo -n tar --create --gzip --directory /opt/isuumo/releases/$1 ." >"$archive"
  sum=$(sha256sum -- "$archive" | cut -d ' ' -f 1)
  on "$host" forget "$1"
  on "$host" need_room $(($(stat -c %s -- "$archive") * 5 / 1024))
  remote "$host" 'sudo -n sh -c "cat >/opt/isuumo/releases/.incoming/archive.tar.gz"' <"$archive"
  on "$host" unpack "$1" "$sum"
  on "$host" switch "$1"
  on "$host" log_line "deploy $1 by $(whoami_where): as the others"
}
