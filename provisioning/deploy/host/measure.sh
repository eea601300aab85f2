# shellcheck shell=bash
# What a benchmark's run leaves on a host: its requests and statements, from a mark on; and what samples.py saw meanwhile.

tune=${ISUUMO_ROOT:-}/opt/isuumo/tune
sadc=${ISUUMO_ROOT:-}/usr/lib/sysstat/sadc
nginx_log=${ISUUMO_ROOT:-}/var/log/nginx/access.log
slow_log=${ISUUMO_ROOT:-}/var/lib/mysql/isuumo-slow.log
nginx_log_settings=${ISUUMO_ROOT:-}/etc/nginx/snippets/log-ltsv.conf

# Marks the logs, and begins to look each second. Where nginx and the database write none (the contest's profile) they do for as
# long as this lasts.
host_tune_begin() { # SECONDS
  host_tune_end
  mkdir -p -- "$tune"
  if grep -qsx 'access_log off;' "$nginx_log_settings"; then
    cp -- "$nginx_log_settings" "$tune/log-ltsv.conf"
    sed -i "s|^access_log off;|access_log /var/log/nginx/access.log ltsv buffer=64k flush=1s;|" "$nginx_log_settings"
    systemctl reload nginx.service
  fi
  host_statements_begin
  host_tune_mark "$nginx_log" >"$tune/nginx.mark"
  host_tune_mark "$slow_log" >"$tune/slow.mark"
  systemd-run --quiet --collect --unit isuumo-samples --property "StandardOutput=truncate:$tune/samples.jsonl" \
    python3 "$tune/samples.py" "$1"
  if [[ -x $sadc ]]; then # with isuumo_tools; for sar -f
    systemd-run --quiet --collect --unit isuumo-sar "$sadc" 1 "$1" "$tune/sar"
  fi
}

# Samples the server's stacks (processor, allocations, locks) by async-profiler, whose library lies beside. The server's /tmp is its own.
host_profile_begin() {
  host_profiler 'start,jfr,event=itimer,interval=2ms,alloc=1m,lock=1ms,file=/tmp/server.jfr'
  touch -- "$tune/profiled"
}

host_profile_end() {
  local process
  rm -f -- "$tune/profiled"
  process=$(host_process)
  host_profiler 'stop,file=/tmp/server.jfr'
  mv -- "${ISUUMO_ROOT:-}/proc/$process/root/tmp/server.jfr" "$tune/server.jfr"
}

host_profiler() { # COMMAND
  local said
  said=$("$home/current/jre/bin/jcmd" "$(host_process)" JVMTI.agent_load "${tune#"${ISUUMO_ROOT:-}"}/libasyncProfiler.so" "\"$1\"" 2>&1) || true
  [[ $said == *'return code: 0'* ]] || refuse "the profiler cannot ${1%%,*}: $(tail -n 1 <<<"$said")"
}

host_process() {
  systemctl show isuumo.service --property=MainPID --value
}

# As before; what was seen stays until the next time.
host_tune_end() {
  systemctl stop isuumo-samples.service isuumo-sar.service 2>/dev/null || true
  if [[ -f $tune/profiled ]]; then
    (host_profile_end) || true # its run was interrupted
  fi
  if [[ -f $tune/log-ltsv.conf ]]; then
    mv -- "$tune/log-ltsv.conf" "$nginx_log_settings"
    systemctl reload nginx.service
  fi
  if [[ -s $tune/before.sql ]]; then
    host_sql "$(<"$tune/before.sql")"
    rm -- "$tune/before.sql"
    host_connections_anew
  fi
}

# Each statement is written for as long as this lasts, with what its plan was.
host_statements_begin() {
  local plan=log_slow_extra before=@@GLOBAL.log_slow_extra wanted=1
  if [[ $(flavor_of "$(host_sql 'SELECT @@version')") == mariadb ]]; then
    plan=log_slow_verbosity before='QUOTE(@@GLOBAL.log_slow_verbosity)' wanted="'query_plan,explain'"
  fi
  host_sql "SELECT CONCAT('SET GLOBAL slow_query_log = ', @@GLOBAL.slow_query_log, ', GLOBAL long_query_time = ',
    @@GLOBAL.long_query_time, ', GLOBAL $plan = ', $before)" >"$tune/before.sql"
  host_sql "SET GLOBAL slow_query_log = 1, GLOBAL long_query_time = 0, GLOBAL $plan = $wanted"
  host_connections_anew
}

# Connections keep what held when they began. The application opens others in place of those that it finds ended, which are only
# those that wait: while nobody is served no transaction is lost by it.
host_connections_anew() {
  local id
  for id in $(host_sql "SELECT id FROM information_schema.processlist WHERE user LIKE 'isuumo%er' AND command = 'Sleep'"); do
    host_sql "KILL $id" 2>/dev/null || true # it has ended meanwhile
  done
}

# Which file it is, and how long.
host_tune_mark() { # LOG
  stat --format '%i %s' -- "$1" 2>/dev/null || printf '0 0\n'
}

# Compressed: samples, or what nginx or slow logs have since their mark; they may have been begun anew meanwhile, more than once.
host_tune_file() { # samples, nginx, slow, stacks or settings
  case $1 in
    settings) host_tune_settings ;;
    stacks) cat -- "$tune/server.jfr" ;;
    samples) cat -- "$tune/samples.jsonl" ;;
    nginx) host_tune_since "$nginx_log" "$tune/nginx.mark" ;;
    slow) host_tune_since "$slow_log" "$tune/slow.mark" ;;
  esac | gzip --fast
}

# What runs here and how it is set, name=value: the machine, versions, the server's command line, the database's variables. Who reads
# a run's page may know all of it; passwords are in none of them.
host_tune_settings() {
  printf 'kernel=%s\n' "$(uname -r)"
  printf 'os=%s\n' "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' "${ISUUMO_ROOT:-}/etc/os-release")"
  printf 'cores=%s\n' "$(nproc)"
  printf 'memory=%s\n' "$(free -h | awk '/^Mem:/ { print $2 }')"
  printf 'nginx=%s\n' "$(nginx -v 2>&1 | sed -n 's/.*nginx\///p')"
  printf 'java=%s\n' "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/current/jre/release" 2>/dev/null || true)"
  printf 'release=%s\n' "$(host_current)"
  printf 'server=%s\n' "$(tr '\0' ' ' <"${ISUUMO_ROOT:-}/proc/$(host_process)/cmdline" 2>/dev/null || true)"
  host_sql 'SHOW GLOBAL VARIABLES' | sed 's/^/database./; s/\t/=/'
}

host_tune_since() { # LOG MARK
  local inode size file found=''
  read -r inode size <"$2"
  if [[ $(stat --format %i -- "$1" 2>/dev/null) == "$inode" && $(stat --format %s -- "$1") -lt $size ]]; then
    inode=$(stat --format '%Y %i' -- "$1"-* | sort -n | tail -n 1 | cut -d ' ' -f 2) # it was copied, and emptied
  fi
  while read -r _ file; do
    if [[ $found ]]; then
      cat -- "$file"
    elif [[ $(stat --format %i -- "$file") == "$inode" ]]; then
      found=1
      tail -c "+$((size + 1))" -- "$file"
    fi
  done < <(stat --format '%Y %n' -- "$1"* 2>/dev/null | sort -n)
  if [[ ! $found && -f $1 ]]; then
    cat -- "$1"
  fi
}
