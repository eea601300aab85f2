# shellcheck shell=bash
# ./deploy.sh rollback: to an earlier release, which is still on the hosts.

# shellcheck source=provisioning/deploy/rollout.sh
source "$verbs/rollout.sh"

rollback_usage() {
  cat <<'TEXT'
usage: ./deploy.sh rollback [RELEASE] [--message TEXT] [--inventory FILE] [--dry-run]

Goes back to the release before the one that runs, or to RELEASE: its name, or the
beginning of its commit. Host by host, by /healthz and /version as deploy does; answers
are not compared, since those of what is left may be why. The hosts keep five releases;
"--dry-run" says which one it would be.

  --message TEXT  goes into the lock and revisions.log (default: rollback)
TEXT
}

run_rollback() {
  values=(--message) max_arguments=1 message=''
  parse_options "$@"
  read_inventory
  step "Asking $(list_hosts)" check_hosts
  choose_release "${arguments[0]:-}"
  change "Locking $(list_hosts)" take_lock "rollback to $release"
  remember_releases
  roll_out "$release" "\"commit\":\"$(sed -n 's/^commit=//p' <<<"$description")\"" \
    "\"dirty\":$(sed -n 's/^dirty=//p' <<<"$description")" "\"buildTime\":\"$(sed -n 's/^built=//p' <<<"$description")\""
  change 'Writing revisions.log' finish rollback "$release" "${message:-rollback}"
  gather_facts
  print_table
}

# Into release and description. It must be on every host.
choose_release() { # NAME, or beginning of a commit, or nothing
  local host there
  try_on_all releases
  for_all_or_fail
  there=$(<"$work/$writer.out")
  if [[ $1 ]]; then
    release=$(grep -m 1 -E "^$1\$|Z-$1" <<<"$there" || true)
    [[ $release ]] || no_release "there is no release $1 on $writer"
  else
    release=$(newest_before "$(fact "$writer" current)" <<<"$there")
    [[ $release ]] || no_release "there is no release before $(fact "$writer" current) on $writer"
  fi
  for host in "${hosts[@]}"; do
    grep -qxF -- "$release" "$work/$host.out" || no_release "the release $release is not on $host"
  done
  description=$(try_on "$writer" release_file "$release")
}

# The names start with their time, newest first.
newest_before() { # RELEASE; names on standard input
  local name
  while read -r name; do
    if [[ $name < $1 ]]; then
      printf %s "$name"
      return
    fi
  done
}

no_release() { # WHY
  fail "$1; it has $(paste -sd ' ' "$work/$writer.out"). Check the commit out and deploy it" "$EXIT_NO_RELEASE"
}
