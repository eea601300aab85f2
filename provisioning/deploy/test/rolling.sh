# shellcheck shell=bash
# Host after host onto a release, and back.

test_a_deploy_brings_the_commit_to_every_host() {
  wants 0 'SHA-256' 'ready' -- deploy
  all_run "$(commit)"
  nothing_is_locked_or_drained
  grep -q "deploy [0-9TZ]*-$(commit) by .*: First commit" "$FAKE/isu3/opt/isuumo/revisions.log"
  grep -qx 'sha256=[0-9a-f]\{64\}' "$FAKE"/isu2/opt/isuumo/current/RELEASE
}

test_the_writer_is_last_where_it_serves() {
  deployed
  next_commit
  wants 0 -- deploy
  [[ $(grep -oE '^isu.: restarting' <<<"$said" | paste -sd ' ') == 'isu2: restarting isu3: restarting isu1: restarting' ]]
}

test_the_writer_is_first_where_it_does_not_serve() {
  wants 0 -- deploy
  [[ $(grep -oE '^isu.: restarting' <<<"$said" | paste -sd ' ') == 'isu1: restarting isu2: restarting isu3: restarting' ]]
}

test_all_restart_at_once_where_that_is_wanted() {
  deployed
  next_commit
  wants 0 'Restarting all hosts at once' -- deploy --at-once
  all_run "$(commit)"
  [[ $said != *draining* && $said != *comparing* && $said != *watching* ]]
  nothing_is_locked_or_drained
}

test_a_host_that_fails_when_all_restart_at_once_takes_all_back() {
  local first
  first=$(commit)
  deployed
  next_commit
  break_on isu3
  wants 3 'isu3: not ready' 'isu1: back to' 'isu2: back to' -- deploy --at-once
  all_run "$first"
  nothing_is_locked_or_drained
}

test_a_host_gets_no_requests_while_it_restarts() {
  deployed
  rm -- "$FAKE"/*/journal
  next_commit
  deploy deploy
  [[ $(paste -sd , "$FAKE/isu2/journal") == "stop, drained by 3,start releases/"*"$(commit)" ]]
  nothing_is_locked_or_drained
}

test_a_release_that_does_not_start_is_rolled_back() {
  local first
  first=$(commit)
  deployed
  next_commit broken
  wants 3 'isu2: not ready: the server ended' 'broken on purpose' 'every host runs what it ran before' "$first  $first" -- deploy
  all_run "$first"
  nothing_is_locked_or_drained
  [[ $(names_in "$FAKE/isu2/opt/isuumo/releases") == *"-$first" ]]
}

test_a_release_that_tells_another_version_is_rolled_back() {
  local first
  first=$(commit)
  deployed
  next_commit other-version
  wants 3 '/version is {"commit":"0000' "it should have \"commit\":\"$(git_here rev-parse HEAD)\"" -- deploy
  all_run "$first"
}

# The first two hosts run the new release already when the writer's fails.
test_a_failure_on_the_last_host_rolls_back_all() {
  local first
  first=$(commit)
  deployed
  next_commit
  break_on isu1
  wants 3 'isu2: restarting' 'isu3: restarting' 'isu1: not ready' 'isu3: back to' 'isu2: back to' -- deploy
  all_run "$first"
  nothing_is_locked_or_drained
}

# From then on no release but the present one starts on that host.
break_on() { # HOST
  local root=$FAKE/$1
  cat >"$root/start-hook" <<TEXT
[[ \$(readlink opt/isuumo/current) == "$(readlink "$root/opt/isuumo/current")" ]] || touch opt/isuumo/current/broken
TEXT
}

test_a_first_deploy_that_fails_leaves_nothing_running() {
  git_here commit --quiet --amend --allow-empty -m 'Broken'
  make_archive broken
  wants 3 'no release' -- deploy
  [[ ! -e $FAKE/isu1/running && ! -e $FAKE/isu1/opt/isuumo/current ]]
  nothing_is_locked_or_drained
}

test_a_host_that_is_lost_meanwhile_is_named() {
  local first
  first=$(commit)
  deployed
  next_commit
  printf 'touch unreachable\n' >"$FAKE/isu3/start-hook"
  wants 4 'isu3 cannot be reached' 'not back on its release: isu3' -- deploy
  runs isu1 "$first"
  runs isu2 "$first"
}

test_rollback_goes_back_one_release_at_a_time() {
  local commits=()
  commits+=("$(commit)")
  deployed
  for _ in 2 3; do
    sleep 1 # names of releases have seconds
    next_commit
    commits+=("$(commit)")
    deploy deploy
  done
  wants 0 -- rollback
  all_run "${commits[1]}"
  wants 0 -- rollback --message 'the second was worse'
  all_run "${commits[0]}"
  grep -q 'rollback .*: the second was worse' "$FAKE/isu2/opt/isuumo/revisions.log"
  wants 0 -- rollback "${commits[2]:0:7}"
  all_run "${commits[2]}"
}

test_a_dry_run_changes_nothing() {
  wants 0 'would: isu2: draining' 'would: isu1: restarting' -- deploy --dry-run
  unchanged
  [[ ! -e $FAKE/isu1/opt/isuumo/current ]]
  deployed
  sleep 1 # names of releases have seconds
  next_commit
  deploy deploy
  rm -- "$FAKE"/*/journal
  wants 0 "would: Locking" "would: isu1: restarting" -- rollback --dry-run
  unchanged
  all_run "$(commit)"
}

test_five_releases_are_kept() {
  local i
  for i in {1..7}; do
    mkdir -- "$FAKE/isu1/opt/isuumo/releases/2020010${i}T000000Z-00000000000$i"
  done
  deploy deploy
  [[ $(names_in "$FAKE/isu1/opt/isuumo/releases" | cut -c 1-8 | paste -sd ' ') == "20200104 20200105 20200106 20200107 $(date -u +%Y%m%d)" ]]
}

test_an_archive_that_arrives_broken_is_refused() {
  local first
  first=$(commit)
  deployed
  next_commit
  printf 'tampered' >"$FAKE/isu3/bad-cable"
  wants 1 'isu3: the archive arrived with SHA-256' -- deploy
  all_run "$first"
  nothing_is_locked_or_drained
}

test_parts_of_open_pages_stay_for_one_release() {
  local first second assets=$FAKE/isu2/opt/isuumo/current/site/assets
  first=$(git_here rev-parse --short=8 HEAD)
  deployed
  next_commit
  second=$(git_here rev-parse --short=8 HEAD)
  deploy deploy
  [[ $(names_in "$assets" | paste -sd ' ') == "$(printf 'index-%s.js\n' "$first" "$second" | sort | paste -sd ' ')" ]]
  next_commit
  deploy deploy
  [[ ! -e $assets/index-$first.js && -e $assets/index-$second.js ]]
}

test_status_marks_a_host_that_runs_something_else() {
  local release
  deployed
  next_commit
  release=$FAKE/isu2/opt/isuumo/releases/20990101T000000Z-$(commit)
  mkdir -- "$release"
  tar --extract --gzip --directory "$release" --file "$repository/.local/releases/$(commit).tar.gz"
  printf 'releases/%s' "${release##*/}" >"$FAKE/isu2/running"
  wants 1 "$(commit) (!)" -- status
}

test_nginx_looks_for_the_files_that_deploy_makes() {
  grep -qF "nginx_drained=\${ISUUMO_ROOT:-}/run/isuumo-drained" "$project/provisioning/deploy/host/facts.sh"
  grep -qxF 'if (-f /run/isuumo-drained/{{ host }}) {' "$project/nginx/snippets/drained.conf.j2"
  grep -qF "leaving=\${ISUUMO_ROOT:-}/run/isuumo-leaving" "$project/provisioning/deploy/host/away.sh"
  grep -qF 'if (-f /run/isuumo-leaving) {' "$project/nginx/servers.conf.j2"
}
