# Whatever dies comes back by itself, and what was promised holds.
# shellcheck shell=bash disable=SC2154 # variables of common.sh

crashes() {
  local host
  for host in "${hosts[@]}"; do
    check "$host reboots, everything returns, and the data is intact" timed "reboot of $host until all is well" reboot "$host"
  done
  start_shopper killed 3000000
  check 'kill -9 of the writer application under load' killed isu1 isuumo
  check 'kill -9 of a replica application under load' killed isu2 isuumo
  check 'kill -9 of the writer database under load' killed isu1 "$database"
  check 'kill -9 of a replica database under load' killed isu3 "$database"
  check 'power loss of a replica under load' power_loss isu2
  check 'power loss of the writer under load' power_loss isu1
  check 'a replica cut off from the writer under load' cut_off isu3
  check 'replication that is cut again before it has begun goes on' cut_replication_again
  check 'customers go on' still_sells
  stop_shopper
  check 'nothing acknowledged is lost, and nothing sold out was shown' promises_kept killed
  check 'verify is content at the end' deploy verify
}

reboot() { # HOST
  local before boot
  replicas_are_equal
  before=$(checksums isu1)
  boot=$(boots "$1")
  on_host "$1" systemctl reboot
  eventually rebooted "$1" "$boot"
  eventually all_well
  [[ $(checksums "$1") == "$before" ]]
}

boots() { # HOST
  on_host "$1" journalctl --quiet --list-boots 2>/dev/null | wc -l
}

rebooted() { # HOST BOOTS_BEFORE
  (($(boots "$1") > $2))
}

# Every host serves: its application is healthy, its database follows.
all_well() {
  local host
  for host in "${hosts[@]}"; do
    on_host "$host" curl -fsS -m 5 http://127.0.0.1:8083/healthz >/dev/null || return 1
  done
  deploy status >/dev/null
}

killed() { # HOST UNIT
  local before
  before=$(on_host "$1" systemctl show --value --property=MainPID "$2")
  sandbox fault kill9 "$1" "$2"
  eventually restarted "$1" "$2" "$before"
  eventually all_well
  still_sells
}

restarted() { # HOST UNIT OLD_PID
  local now
  now=$(on_host "$1" systemctl show --value --property=MainPID "$2")
  [[ $now != 0 && $now != "$3" ]]
}

# Off for longer than a lease.
power_loss() { # HOST
  sandbox kill "$1"
  eventually lease_over "$(date +%s)"
  sandbox start "$1"
  eventually all_well
  still_sells
}

lease_over() { # EPOCH_SECONDS
  (($(date +%s) > $1 + 4))
}

cut_off() { # HOST
  sandbox fault partition isu1 "$1"
  eventually out_of_service "$1"
  sandbox fault clear
  eventually all_well
  still_sells
}

# Some connections end before their first event.
cut_replication_again() {
  # shellcheck disable=SC2016 # for the host's shell
  on_host isu1 sh -c 'for _ in $(seq 60); do
    mysql -BNe "SHOW PROCESSLIST" | awk "\$2 == \"isuumo_repl\" { print \"KILL \" \$1 \";\" }" | mysql --force
  done'
  eventually deploy verify
  eventually all_well
  still_sells
}

out_of_service() { # HOST: it says so itself
  [[ $(on_host "$1" curl -s -m 5 -o /dev/null -w '%{http_code}' http://127.0.0.1:8083/healthz) == 503 ]]
}

still_sells() {
  sells_again killed
}

sold_since() { # EPOCH_SECONDS NAME
  tail -n 100 -- "$work/$2.log" | python3 -c '
import json, sys
sold = [e for e in map(json.loads, sys.stdin) if e["what"] == "buy" and e["result"] == "ok" and e["sent"] > int(sys.argv[1])]
sys.exit(not sold)' "$1"
}
