# The hosts watch themselves: everything is told, nothing is to be alarmed of, and what is gets an alert.
# shellcheck shell=bash disable=SC2154 # variables of common.sh

monitoring() {
  sed -i 's/^    isuumo_writer: .*/&\n    isuumo_monitoring: true/' "$inventory"
  check 'provision lets every host watch itself' timed 'provision of monitoring' provision watch
  check 'provision again changes nothing' provision_again
  check 'verify finds nobody else who listens, and the new units confined' deploy verify
  for host in "${hosts[@]}"; do
    check "Prometheus on $host hears its server, its host and its database" eventually every_job_is_up "$host"
    check "what rules and dashboard ask for is there on $host" eventually everything_is_told "$host"
    check "no alert on $host" no_alert "$host"
  done
  check 'a database that does not follow is told' stopped_replica_is_told
  note "$(memory_of_monitoring)"
  sed -i '/^    isuumo_monitoring: /d' "$inventory"
  check 'provision without monitoring stops it' timed 'provision without monitoring' provision no-watch
  check 'nothing of it runs' nothing_watches
}

asks_prometheus() { # HOST QUERY: the results, a line each
  on_host "$1" curl -fsS -m 5 --get --data-urlencode "query=$2" http://127.0.0.1:9090/api/v1/query \
    | python3 -c 'import json, sys
for result in json.load(sys.stdin)["data"]["result"]:
    print(result["value"][1], json.dumps(result["metric"], sort_keys=True))'
}

every_job_is_up() { # HOST
  asks_prometheus "$1" 'up == 1' | tee -- "$work/up"
  [[ $(wc -l <"$work/up") == 4 ]]
}

# All that the lists name, but for the other flavour's, the other role's and failover's, which is off; adjtimex is not for containers.
everything_is_told() { # HOST
  local lists=$clone/provisioning/roles/monitoring/test
  asks_prometheus "$1" 'count by (__name__) ({__name__=~".+"})' | sed 's/.*"__name__": "\([^"]*\)".*/\1/' | sort >"$work/told"
  cut -d ' ' -f 1 "$lists"/*.metrics | grep -v '^#' | sort \
    | grep -vE '^ALERTS$|failover_ready|timex|replica_(io|sql)|behind_source|semi_sync_source|slave_status|barrier|cluster_|mysql_exporter_collector' \
    | comm -23 - "$work/told" | tee -- "$work/missing"
  [[ ! -s $work/missing ]]
}

no_alert() { # HOST
  asks_prometheus "$1" 'ALERTS{alertstate="firing"}' | tee -- "$work/alerts"
  [[ ! -s $work/alerts ]]
}

stopped_replica_is_told() {
  sql isu3 'STOP REPLICA'
  undone_by isu3 "mysql --execute 'START REPLICA'" -- told_within_three_minutes isu3 ReplicationStopped
}

told_within_three_minutes() { # HOST ALERT
  local deadline=$((SECONDS + 180))
  until asks_prometheus "$1" "ALERTS{alertstate=\"firing\", alertname=\"$2\"}" | grep "$2"; do
    ((SECONDS < deadline)) || return 1
    sleep 2
  done
}

memory_of_monitoring() {
  printf 'memory of Prometheus, its two exporters on isu1: %s' \
    "$(asks_prometheus isu1 'sum by (job) (process_resident_memory_bytes{job!="isuumo"}) / 2^20' | cut -d . -f 1 | paste -sd ' ') MiB"
}

nothing_watches() {
  local host
  for host in "${hosts[@]}"; do
    not on_host "$host" pgrep --exact 'prometheus.*'
  done
}
