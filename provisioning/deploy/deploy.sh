# shellcheck shell=bash
# ./deploy.sh deploy: the current commit, built once, onto every host.

# shellcheck source=provisioning/deploy/release.sh
source "$verbs/release.sh"
# shellcheck source=provisioning/deploy/rollout.sh
source "$verbs/rollout.sh"
# shellcheck source=provisioning/deploy/gate.sh
source "$verbs/gate.sh"

# What an archive unpacks to, at most, in times its size; and what a host needs beside it to go on working.
readonly UNPACKED_TIMES=4 SPARE_KIB=204800

deploy_usage() {
  cat <<'TEXT'
usage: ./deploy.sh deploy [--message TEXT] [--allow-dirty] [--no-build]
                          [--differs ENDPOINT,...] [--no-compare]
                          [--inventory FILE] [--dry-run]

Builds the release of the current commit (if it is not built), copies the same
archive to every host, then host by host, the writer last: nginx everywhere stops
sending it requests, it restarts on the release, answers 200 on /healthz and this
commit on /version, answers some 300 reads as the HTTP contract says and as a host
with the release before does, gets requests again, and for 5 s answers no more of
them with errors than the others. If anything differs, and on Ctrl-C, every host goes
back to what it ran before. Ends with the table of status.

  --message TEXT  goes into the lock and revisions.log (default: the commit's subject)
  --allow-dirty   deploy uncommitted changes too; the release's name and /version
                  then say dirty
  --no-build      deploy only what ./deploy.sh build has built
  --differs ENDPOINT,...
                  these answer otherwise on purpose, or rightly at last: they must
                  not fail, and may say what they like. Any of /api/chair/{id},
                  /api/chair/search, /api/chair/low_priced,
                  /api/chair/search/condition, the same of estate,
                  /api/estate/nazotte, /api/recommended_estate/{id}
  --no-compare    ask for no answers: only /healthz, /version and errors count. For
                  a release that changes what the contract itself says
  --dry-run       build, ask the hosts, and say what would be done there
TEXT
}

run_deploy() {
  flags=(--allow-dirty --no-build --no-compare) values=(--message --differs)
  message='' differs='' no_compare='' gated=1
  parse_options "$@"
  read_differs "$differs"
  identify_release
  read_inventory
  step "Asking $(list_hosts)" check_hosts
  ensure_built
  release=$(date -u +%Y%m%dT%H%M%SZ)-$release_id
  message=${message:-$(git -C "$root" show --no-patch --format=%s "$release_commit")}
  change "Locking $(list_hosts)" take_lock "deploy $release_id: $message"
  remember_releases
  change "Copying the archive to $(list_hosts)" ship
  change "Checking its SHA-256 and unpacking it as $release" on_all unpack "$release" "$archive_sha256"
  roll_out "$release" "\"commit\":\"$release_commit\"" "\"dirty\":$release_dirty" "\"buildTime\":\"$(built_time)\""
  change 'Writing revisions.log, removing all but five releases' finish deploy "$release" "$message"
  gather_facts
  print_table
}

ship() {
  local host
  local -A running=()
  shipped=$release
  on_all need_room $((archive_kib * (UNPACKED_TIMES + 1) + SPARE_KIB))
  for host in "${hosts[@]}"; do
    remote "$host" 'sudo -n sh -c "cat >/opt/isuumo/releases/.incoming/archive.tar.gz"' <"$archive" &
    running[$host]=$!
  done
  for host in "${hosts[@]}"; do
    result["$host"]=0
    wait "${running[$host]}" || result["$host"]=$?
  done
  for_all_or_fail
}

built_time() {
  tar --extract --gzip --file "$archive" --to-stdout --occurrence=1 ./RELEASE | sed -n 's/^built=//p'
}
