# shellcheck shell=bash
# A round of tuning: what is brought to the hosts, and what of them is kept with the run.

# Hosts that run this commit and were provisioned from it, and a benchmark that keeps a run, during which people come.
tuned() {
  deployed
  rm -f -- "$FAKE"/*/journal
  mkdir -p -- "$repository"/{nginx,mysql,webapp,bench,sql/data}
  touch -- "$repository"/{nginx/nginx.conf,mysql/common.cnf,webapp/App.java,sql/data/rows}
  cat >"$repository/bench/run.sh" <<'TEXT'
#!/usr/bin/env bash
printf '%s\n' "$*" >>"$FAKE/benchmark"
if [[ $* == *' --runs '* && $1 != page ]]; then
  until [[ $1 == --runs ]]; do
    shift
  done
  mkdir -p -- "$2/20261201T013000Z-$(wc -l <"$FAKE/benchmark")"
  for host in "$FAKE"/isu?; do
    printf 'time:2 of %s\n' "${host##*/}" >>"$host/var/log/nginx/access.log"
  done
  if [[ -e $FAKE/during ]]; then
    source "$FAKE/during"
  fi
  printf '{"pass":true,"score":100}\n'
fi
TEXT
  chmod +x "$repository/bench/run.sh"
  printf 'isu1 : ok=80 changed=1 unreachable=0 failed=0\n' >"$FAKE/recap"
  printf '<async-profiler.version>4.6</async-profiler.version>\n' >"$repository/pom.xml"
  mkdir -p -- "$repository/.local/tools/async-profiler-4.6"
  touch -- "$repository/.local/tools/async-profiler-4.6/libasyncProfiler.so"
  git_here add --all
  git_here commit --quiet -m 'All files'
  make_archive
  deploy deploy --at-once
  deploy provision
  rm -f -- "$FAKE"/*/journal "$FAKE/playbooks"
  for host in "${hosts[@]}"; do
    printf 'time:1 before\n' >"$FAKE/$host/var/log/nginx/access.log"
    mkdir -p -- "$FAKE/$host/etc/nginx/snippets"
    printf 'access_log off;\n' >"$FAKE/$host/etc/nginx/snippets/log-ltsv.conf"
  done
  run=$repository/.local/runs/20261201T013000Z-1
}

test_tune_brings_nothing_where_nothing_was_edited() {
  tuned
  wants 0 'The hosts run this application already' 'The round took' -- tune --duration 7
  [[ ! -e $FAKE/playbooks && ! -e $FAKE/isu2/restarted ]]
  [[ $(<"$FAKE/benchmark") == "--target http://isu1 --duration 7s --runs $repository/.local/runs --commit $(commit)"$'\n'"page 20261201T013000Z-1 --runs $repository/.local/runs" ]]
  nothing_is_locked_or_drained
}

test_tune_collects_what_each_host_saw_since_the_mark() {
  tuned
  deploy tune
  [[ $(gunzip -c "$run/hosts/isu2/access.log.gz") == 'time:2 of isu2' ]]
  [[ $(gunzip -c "$run/hosts/isu3/samples.jsonl.gz") == '{"at": 1, "host": "isu3"}' ]]
  grep -qx 'samples for 180 s' "$FAKE/isu1/journal"
  [[ -z $(gunzip -c "$run/hosts/isu1/slow.log.gz") ]]
  gunzip -c "$run/hosts/isu2/settings.txt.gz" | grep -qx 'database.port=3306'
  gunzip -c "$run/hosts/isu2/settings.txt.gz" | grep -qx 'nginx=[0-9.]*'
  [[ $(gunzip -c "$run/hosts/isu2/server.jfr.gz") == 'stacks of 77' ]]
}

# Connections keep what held when they began.
test_tune_has_the_database_write_each_statement_meanwhile() {
  tuned
  deploy tune
  [[ $(<"$FAKE/isu2/statements") == "SET GLOBAL slow_query_log = 1, GLOBAL long_query_time = 0, GLOBAL log_slow_verbosity = 'query_plan,explain'
KILL 71
KILL 72
SET GLOBAL slow_query_log = 0, as before
KILL 71
KILL 72" ]]
}

test_tune_keeps_its_runs_where_the_team_does() {
  tuned
  sed -i 's/"isuumo_profile"/"isuumo_runs": "team runs", &/g' "$scratch/inventory.json"
  deploy tune --no-deploy
  gunzip -t "$scratch/team runs/20261201T013000Z-1/hosts/isu2/samples.jsonl.gz"
  [[ ! -e $run ]]
}

# Without hosts, inventory and ssh.
test_tune_measures_this_machine_alone() {
  tuned
  mv -- "$repository/deploy.sh" "$repository/hosts.sh"
  cat >"$repository/deploy.sh" <<'TEXT'
#!/usr/bin/env bash
[[ $1 == local ]] || exec "${BASH_SOURCE%/*}/hosts.sh" "$@"
printf '%s\n' "$*" >"$FAKE/local"
(exec -a isuumo.jar "$FAKE/jdk/sleep" 100) &
trap 'kill $!; exit 143' TERM
printf 'ready: http://localhost:%s\n' "$3"
wait
TEXT
  chmod +x "$repository/deploy.sh"
  mkdir -p -- "$FAKE/jdk" # jcmd is looked for beside what runs
  cp -- "$(type -P sleep)" "$FAKE/jdk/"
  cat >"$FAKE/jdk/jcmd" <<'TEXT'
#!/usr/bin/env bash
printf '%s\n' "$4" >>"$FAKE/attached"
printf 'stacks of %s\n' "$(tr '\0' ' ' <"/proc/$1/cmdline")" >"$(sed 's/.*file=\(.*\)"/\1/' <<<"$4")"
printf 'return code: 0\n'
TEXT
  chmod +x "$FAKE/jdk/jcmd"
  rm -- "$scratch/inventory.json"
  wants 0 'Ready to measure' 'The round took' -- tune --local --duration 5
  [[ $(<"$FAKE/local") == "local --port 18"* && $(<"$FAKE/benchmark") == "--target http://127.0.0.1:18"*"--duration 5s "* ]]
  [[ $(gunzip -c "$run/hosts/local/server.jfr.gz") == 'stacks of isuumo.jar 100 ' ]]
  [[ $(<"$FAKE/attached") == '"start,jfr,'*'"stop,file='* ]]
  ! pgrep -f 'isuumo[.]jar 100'
}

test_tune_follows_logs_that_are_begun_anew() {
  tuned
  cat >"$FAKE/during" <<'TEXT'
mv -- "$FAKE/isu2/var/log/nginx/access.log" "$FAKE/isu2/var/log/nginx/access.log-20261201-1"
printf 'time:3\n' >"$FAKE/isu2/var/log/nginx/access.log"
touch -d '-1 minute' "$FAKE/isu2/var/log/nginx/access.log-20261201-1"
TEXT
  deploy tune
  [[ $(gunzip -c "$run/hosts/isu2/access.log.gz") == 'time:2 of isu2'$'\n''time:3' ]]
}

# In the contest's profile nginx writes no log but while it is measured.
test_tune_lets_nginx_write_its_log_meanwhile() {
  tuned
  # shellcheck disable=SC2016 # for the hook
  printf 'cat "$FAKE"/isu?/etc/nginx/snippets/log-ltsv.conf >"$FAKE/meanwhile-log"' >"$FAKE/during"
  deploy tune
  [[ $(sort -u "$FAKE/meanwhile-log") == 'access_log /var/log/nginx/access.log ltsv buffer=64k flush=1s;' ]]
  [[ $(cat -- "$FAKE"/isu?/etc/nginx/snippets/log-ltsv.conf | sort -u) == 'access_log off;' ]]
  printf 'exit 1\n' >"$FAKE/during"
  wants 1 'has kept' -- tune || true
  [[ $(cat -- "$FAKE"/isu?/etc/nginx/snippets/log-ltsv.conf | sort -u) == 'access_log off;' ]]
}

test_tune_brings_only_the_files_of_nginx_where_only_those_were_edited() {
  tuned
  printf '# edited\n' >>"$repository/nginx/nginx.conf"
  wants 0 'already' -- tune
  [[ $(<"$FAKE/playbooks") == *'site.yml --tags nginx' ]]
  rm -- "$FAKE/playbooks"
  wants 0 -- tune
  [[ ! -e $FAKE/playbooks ]]
}

test_tune_runs_the_whole_playbook_where_it_does_not_know_what_it_brought() {
  tuned
  rm -- "$FAKE/isu3/opt/isuumo/provisioned"
  wants 0 -- tune
  [[ $(<"$FAKE/playbooks") == *'site.yml' ]]
}

test_tune_deploys_an_edited_application_at_once() {
  tuned
  printf '// edited\n' >>"$repository/webapp/App.java"
  wants 20 'there are uncommitted changes: webapp/App.java' -- tune
  git_here commit --quiet --all -m 'Quicker'
  make_archive
  wants 0 'Restarting all hosts at once' -- tune
  all_run "$(commit)"
  [[ ! -e $FAKE/playbooks ]]
}

test_tune_may_measure_what_runs() {
  tuned
  printf '// edited\n' >>"$repository/webapp/App.java"
  printf '# edited\n' >>"$repository/nginx/nginx.conf"
  wants 0 -- tune --no-deploy --target http://elsewhere --note 'as it is'
  [[ ! -e $FAKE/playbooks && $(head -n 1 "$FAKE/benchmark") == "--target http://elsewhere --duration 60s --runs $repository/.local/runs --commit $(commit) --note as it is" ]]
}

test_a_dry_run_of_tune_changes_nothing() {
  tuned
  printf '# edited\n' >>"$repository/mysql/common.cnf"
  wants 0 'would: provision (--tags mysql)' 'would: play the benchmark against http://isu1 for 60 s' -- tune --dry-run
  unchanged
  [[ ! -e $FAKE/playbooks && ! -e $FAKE/benchmark ]]
}

# The library that a server has loaded is the file that it was.
test_a_second_round_leaves_the_profiler_that_is_loaded_alone() {
  local library=$FAKE/isu2/opt/isuumo/tune/libasyncProfiler.so before
  tuned
  printf 'library\n' >"$repository/.local/tools/async-profiler-4.6/libasyncProfiler.so"
  deploy tune
  before=$(stat --format '%i %Y %Z' "$library")
  [[ $(<"$library") == library ]]
  sleep 1
  deploy tune
  [[ $(stat --format '%i %Y %Z' "$library") == "$before" ]]
  printf 'newer\n' >"$repository/.local/tools/async-profiler-4.6/libasyncProfiler.so"
  exec 3<"$library"
  deploy tune
  [[ $(<"$library") == newer && $(cat <&3) == library ]]
}

test_tune_says_where_no_profiler_can_be_attached() {
  tuned
  printf 'No such process\n' >"$FAKE/isu3/jcmd-problem"
  wants 1 'isu3: the profiler cannot start: No such process' -- tune
  [[ ! -e $FAKE/benchmark && $(cat -- "$FAKE"/isu?/etc/nginx/snippets/log-ltsv.conf | sort -u) == 'access_log off;' ]]
  wants 0 -- tune --no-profile
  [[ ! -e $run/hosts/isu1/server.jfr.gz ]]
  nothing_is_locked_or_drained
}

test_a_chat_is_told_of_what_was_done() {
  tuned
  sed -i 's/"isuumo_writer": /"isuumo_webhook_file": "secrets\/chat", &/g' "$scratch/inventory.json"
  deploy tune
  grep -qF -- "--webhook-file $scratch/secrets/chat" "$FAKE/benchmark"
  rm -- "$FAKE/benchmark"
  next_commit
  deploy deploy
  grep -qE -- "^tell --webhook-file $scratch/secrets/chat --text [0-9TZ]*-$(commit) is deployed: Another commit, by .*@" "$FAKE/benchmark"
  next_commit broken
  wants 3 -- deploy
  grep -q 'A deploy failed, and every host runs what it ran before' "$FAKE/benchmark"
  wants 0 -- rollback
  grep -q 'Rolled back to ' "$FAKE/benchmark"
  [[ $(wc -l <"$FAKE/benchmark") == 3 ]]
}

test_a_chat_that_cannot_be_told_ends_nothing() {
  tuned
  sed -i 's/"isuumo_writer": /"isuumo_webhook_file": "chat", &/g' "$scratch/inventory.json"
  printf '#!/bin/sh\necho no such file >&2; exit 1\n' >"$repository/bench/run.sh"
  git_here commit --quiet --all -m 'A benchmark without a chat'
  make_archive
  wants 0 'nobody was told: no such file' -- deploy
}

test_tune_refuses_an_odd_duration() {
  wants 64 '--duration 0 is no number of seconds from 1 to 3600' -- tune --duration 0
}
