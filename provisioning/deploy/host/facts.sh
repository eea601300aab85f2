# shellcheck shell=bash
# Runs as root on a host, sent there by ../isuumo_deploy/fleet.py with the rest of this directory; installs nothing there.
# Called with: HOST ADDRESS WRITER_ADDRESS VERB ARGUMENTS...
set -euo pipefail

# ISUUMO_ROOT is for the tests, which play hosts in directories.
home=${ISUUMO_ROOT:-}/opt/isuumo
nginx_upstreams=${ISUUMO_ROOT:-}/etc/nginx/upstreams.conf
nginx_drained=${ISUUMO_ROOT:-}/run/isuumo-drained
operators_port=8083 # as in group_vars/isuumo.yml

refuse() { # MESSAGE [EXIT_CODE]
  printf '%s\n' "$1" >&2
  exit "${2:-1}"
}

# All that the verbs want to know of a host, a line each.
host_facts() {
  host_system_facts
  host_release_facts
  host_app_facts
  host_role_facts
  host_database_facts
  host_nginx_facts
  printf 'exposure=%s\n' "$(host_exposure)"
  printf 'listens=%s\n' "$(host_listens)"
  printf 'certificates=%s\n' "$(host_certificates)"
  printf 'logs=%s\n' "$(host_log_sizes)"
  printf 'logs_timer=%s\n' "$(systemctl show isuumo-logs.timer --property=ActiveState --value 2>/dev/null || true)"
}

host_system_facts() {
  local path=$home
  while [[ ! -e $path ]]; do
    path=$(dirname -- "$path")
  done
  printf 'os=%s\n' "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' "${ISUUMO_ROOT:-}/etc/os-release")"
  printf 'free_kib=%s\n' "$(df --output=avail -k -- "$path" | tail -n 1 | tr -d ' ')"
  printf 'clock_millis=%s\n' "$(date +%s%3N)"
  printf 'synchronized=%s\n' "$(host_clock)"
}

# "yes yes": somebody sets it, and the kernel, which believes so for hours after the last time, takes it for right.
host_clock() {
  { timedatectl show --property=NTP --property=NTPSynchronized --value 2>/dev/null || true; } | paste -sd ' '
}

host_release_facts() {
  printf 'current=%s\n' "$(host_current)"
  printf 'java=%s\n' "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/current/jre/release" 2>/dev/null || true)"
  printf 'expected=%s\n' "$(host_expected_release)"
  printf 'lock=%s\n' "$(host_lock_line)"
  printf 'provisioned=%s\n' "$(paste -sd ' ' -- "$home/provisioned" 2>/dev/null || true)"
}

host_current() {
  if [[ -L $home/current ]]; then
    basename -- "$(readlink -- "$home/current")"
  fi
}

# What the last deploy or rollback that came to its end left.
host_expected_release() {
  if [[ -f $home/revisions.log ]]; then
    grep -E '^[^ ]+ (deploy|rollback) ' -- "$home/revisions.log" | tail -n 1 | cut -d ' ' -f 3
  fi
}

host_app_facts() {
  local state
  state=$(systemctl show isuumo.service --property=ActiveState --value 2>/dev/null || true)
  printf 'app_state=%s\n' "$state"
  printf 'since=%s\n' "$(systemctl show isuumo.service --property=ActiveEnterTimestamp --value 2>/dev/null || true)"
  printf 'health=%s\n' "$(host_health)"
  printf 'version=%s\n' "$(host_get version)"
  host_get metrics | host_metrics_facts
}

# Of Prometheus' text, on standard input: how the change feed is, and how much of the old generation no collection could free.
host_metrics_facts() {
  awk '
    $1 == "isuumo_feed_connected" { print "feed_connected=" ($2 == 1 ? "yes" : "no") }
    $1 == "isuumo_feed_silent_seconds" { printf "feed_silent=%d\n", $2 }
    /^jvm_memory_pool_collection_used_bytes[{]pool="[^"]*(Old|Tenured) Gen"[}]/ { live = $NF }
    /^jvm_memory_pool_max_bytes[{]pool="[^"]*(Old|Tenured) Gen"[}]/ { room = $NF }
    END { if (room > 0) printf "heap_percent=%d\n", 100 * live / room }'
}

# On loopback: the operators' port has no other address.
host_get() { # PATH
  curl --silent --max-time 2 "http://127.0.0.1:$operators_port/$1" || true
}

# "ready", or why not.
host_health() {
  local answer
  answer=$(curl --silent --max-time 2 --write-out '\n%{http_code}' "http://127.0.0.1:$operators_port/healthz" || true)
  case ${answer##*$'\n'} in
    200) printf ready ;;
    000 | '') printf 'does not answer' ;;
    *) printf '%s' "$(json_text error <<<"${answer%$'\n'*}")" ;;
  esac
}

json_text() { # NAME, JSON on standard input
  sed -n 's/.*"'"$1"'" *: *"\([^"]*\)".*/\1/p'
}

host_database_facts() {
  local version='' role='' trouble='' behind='' status
  if version=$(host_sql 'SELECT @@version' 2>&1); then
    role=$([[ $(host_sql 'SELECT @@global.read_only') == 0 ]] && printf writable || printf read-only)
    if [[ $address != "$writer_address" ]]; then
      if status=$(isuumo-replication status "$writer_address" 2>&1); then
        trouble=$(json_text trouble <<<"$status")
        behind=$(sed -n 's/.*"seconds_behind": *\([0-9]*\).*/\1/p' <<<"$status")
      else
        trouble=$(tail -n 1 <<<"$status")
      fi
    fi
  else
    role=down version=$(tail -n 1 <<<"$version") trouble="its database does not answer: $version"
  fi
  printf 'database=%s\ndatabase_role=%s\ntrouble=%s\nbehind=%s\n' "$version" "$role" "$trouble" "$behind"
  [[ $role != writable ]] || host_semi_sync_facts
}

# Whether commits are to wait for a replica, whether they do, and how many replicas acknowledge; the first names are MariaDB's.
host_semi_sync_facts() {
  host_sql "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('rpl_semi_sync_master_enabled', 'rpl_semi_sync_source_enabled');
    SHOW GLOBAL STATUS WHERE Variable_name IN ('rpl_semi_sync_master_status', 'rpl_semi_sync_source_status',
      'rpl_semi_sync_master_clients', 'rpl_semi_sync_source_clients')" \
    | sed -nE 's/^rpl_semi_sync_(master|source)_(enabled|status|clients)\t(.*)$/semi_sync_\2=\3/Ip'
}

host_client() {
  command -v mariadb || command -v mysql || refuse 'no database client is installed'
}

host_sql() { # STATEMENT
  local client
  client=$(host_client)
  "$client" --no-defaults --user=root --batch --skip-column-names <<<"$1"
}

host_nginx_facts() {
  local problem
  printf 'nginx=%s\n' "$(nginx -v 2>&1 | sed -n 's/.*nginx\///p')"
  printf 'nginx_state=%s\n' "$(systemctl show nginx.service --property=ActiveState --value 2>/dev/null || true)"
  if problem=$(nginx -t -q 2>&1); then
    problem=''
  fi
  printf 'nginx_problem=%s\n' "$(tail -n 1 <<<"$problem")"
  if host_balances; then
    printf 'balancer_state=%s\n' "$(systemctl show haproxy.service --property=ActiveState --value 2>/dev/null || true)"
  fi
  printf 'drained=%s\n' "$(find "$nginx_drained" -type f -printf '%f ' 2>/dev/null)"
}

host_balances() {
  [[ $(systemctl show haproxy.service --property=UnitFileState --value 2>/dev/null || true) == enabled ]]
}

# How much each unit of ours leaves open, by systemd's own rating (0 is the best, 10 the worst): "nginx 2.5, isuumo 1.0". Of two
# databases the one that is there; who is another's alias is rated by that one's name.
host_exposure() {
  local units=(isuumo nginx mariadb mysql)
  if host_balances; then
    units+=(haproxy)
  fi
  if [[ -e ${ISUUMO_ROOT:-}/etc/systemd/system/prometheus.service.d/isuumo.conf ]]; then
    units+=(prometheus prometheus-node-exporter prometheus-mysqld-exporter)
  fi
  if [[ -e ${ISUUMO_ROOT:-}/etc/systemd/system/isuumo-failover.service ]]; then
    units+=(isuumo-failover etcd)
  fi
  { LC_ALL=C systemd-analyze security --no-pager -- "${units[@]/%/.service}" 2>/dev/null || true; } \
    | sed -n 's/.*Overall exposure level for \(.*\)\.service: \([0-9.]*\).*/\1 \2/p' | sort -u | paste -sd , | sed 's/,/, /g'
}

# Where it takes TCP connections from elsewhere, and who does: "0.0.0.0:22/sshd 10.0.0.1:8080/java".
host_listens() {
  { ss -H -ltnp 2>/dev/null || true; } | awk '
    $4 !~ /^(127\.|\[::1\]|\[::ffff:127\.)/ {
      name = $6
      sub(/^[^"]*"/, "", name)
      sub(/".*/, "", name)
      print $4 "/" (name ? name : "?")
    }' | LC_ALL=C sort -u | paste -sd ' '
}

# When each certificate ends, in seconds since 1970: "server.pem=1890000000 ca.pem=2400000000".
host_certificates() {
  local file ends said=''
  for file in "${ISUUMO_ROOT:-}"/etc/mysql/isuumo/{server,ca}.pem "${ISUUMO_ROOT:-}"/etc/nginx/tls/isuumo.pem; do
    if [[ -f $file ]] && ends=$(openssl x509 -noout -enddate -in "$file" 2>/dev/null); then
      said+="${said:+ }${file##*/}=$(date -u -d "${ends#notAfter=}" +%s)"
    fi
  done
  printf %s "$said"
}

# What each kind of log takes of the disk, and may take, in MiB: "nginx 12/1024 database 1/256 journal 140/300".
host_log_sizes() {
  local etc=${ISUUMO_ROOT:-}/etc name mib pattern
  {
    cat -- "$etc/isuumo-logs/limits"
    sed -n 's|^SystemMaxUse=\([0-9]*\)M$|journal \1 - /var/log/journal|p' "$etc/systemd/journald.conf.d/isuumo.conf"
  } 2>/dev/null | while read -r name mib _ pattern; do
    # shellcheck disable=SC2086 # a pattern, in a directory without spaces but in the tests
    printf '%s %d/%d\n' "$name" "$(IFS='' && du --total --block-size=1M -- ${ISUUMO_ROOT:-}$pattern 2>/dev/null | sed -n 's/\ttotal$//p')" "$mib"
  done | paste -sd ' '
}
