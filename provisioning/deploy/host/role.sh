# shellcheck shell=bash
# Who writes: what this host's application and database are told when that changes. The SQL is in files that provisioning made,
# the new role's configuration too, for the database's next start.

role_files=${ISUUMO_ROOT:-}/etc/mysql/isuumo
mandate=${ISUUMO_ROOT:-}/var/lib/isuumo-mandate/mandate
hosts_port=8082 # as in group_vars/isuumo.yml
readonly CATCH_UP_SECONDS=60

host_role_facts() {
  printf 'mandate=%s\n' "$(cat -- "$mandate" 2>/dev/null || true)"
  printf 'failover=%s\n' "$(systemctl show isuumo-failover.service --property=UnitFileState --value 2>/dev/null || true)"
  if [[ $(systemctl show etcd.service --property=UnitFileState --value 2>/dev/null || true) == enabled ]]; then
    printf 'etcd=%s\n' "$(systemctl show etcd.service --property=ActiveState --value)"
  fi
  printf 'failover_state=%s\n' "$(find "${ISUUMO_ROOT:-}/run/isuumo-failover/state" -newermt '15 seconds ago' -exec cat {} + 2>/dev/null || true)"
}

# The writer's application ends its writes and becomes a peer, then its database takes none; prints all that this has executed.
# An application that does not answer is stopped, and learns at its next start what it would have been told.
host_let_go() { # NUMBER WRITER
  if host_answers; then
    host_tell mandate "{\"number\":$1,\"writer\":\"$2\"}"
  else
    systemctl stop isuumo.service
    host_write_mandate "$@"
  fi
  host_sql 'SET GLOBAL read_only = 1' || refuse 'its database does not answer, so it may alone have what was acknowledged last; bring it back, or switch it off and add --fenced'
  host_executed
}

host_write_mandate() { # NUMBER WRITER
  printf '%s %s\n' "$1" "$2" >"$mandate"
  chown --reference="$(dirname -- "$mandate")" -- "$mandate"
}

# For a host that was the writer when another took its place, and whose database is that one's replica by now.
host_remember() { # NUMBER WRITER
  systemctl stop isuumo.service
  host_write_mandate "$@"
  systemctl start isuumo.service
}

# Its database's next start is a replica's, and drops what was committed here only as far as asking a replica (MariaDB 10.11.9).
host_begin_fenced() {
  local file
  install_role replica
  for file in "${ISUUMO_ROOT:-}"/etc/mysql/*.conf.d/*71-isuumo-role.cnf; do
    printf '\n[mariadb]\ninit_rpl_role = SLAVE\n' >>"$file"
  done
}

# Its database takes no write from now on. Commits that wait for a replica must not end: then it begins anew, without them.
host_fence() {
  local unit=mysql waiting
  host_begin_fenced
  waiting=$(timeout 5 "$(host_client)" --no-defaults --user=root --batch --skip-column-names \
    <<<"SET lock_wait_timeout = 2; SET GLOBAL read_only = 1; SHOW GLOBAL STATUS LIKE 'rpl_semi_sync_%_wait_sessions'") || waiting=''
  if [[ $waiting != *$'\t0' ]]; then
    [[ ! -e ${ISUUMO_ROOT:-}/usr/sbin/mariadbd ]] || unit=mariadb
    systemctl kill --signal=KILL "$unit.service"
    systemctl start "$unit.service"
  fi
}

host_answers() {
  [[ $(host_health) != 'does not answer' ]]
}

host_executed() {
  isuumo-replication position | json_text position
}


# Its database receives no more from the writer, and has executed all that it did receive; prints what it has.
host_stop_receiving() {
  local drained
  host_sql 'STOP REPLICA IO_THREAD'
  drained=$(isuumo-replication drained "$CATCH_UP_SECONDS")
  [[ $drained == *'"drained": true'* ]] || refuse "its database has not executed within $CATCH_UP_SECONDS s what it received"
  json_text position <<<"$drained"
}

host_catch_up() { # SOURCE POSITION
  if ! host_reaches "$2" 0; then
    host_sql "$(<"$role_files/follow-$1.sql")"
    host_reaches "$2" "$CATCH_UP_SECONDS" || refuse "its database has not caught up with $1's within $CATCH_UP_SECONDS s: it has $(host_executed), not $2"
  fi
}

host_reaches() { # POSITION SECONDS
  [[ $(isuumo-replication reaches "$1" "$2") == *'"reached": true'* ]]
}

host_become_primary() { # POSITION
  host_reaches "$1" "$CATCH_UP_SECONDS" || refuse "its database lacks what the writer's has: it has $(host_executed), not $1"
  host_sql 'STOP REPLICA; RESET REPLICA ALL'
  host_take_role primary
}

host_follow() { # SOURCE
  host_take_role replica
  host_sql 'SET @own = @@GLOBAL.server_id % 16777216; SET GLOBAL server_id = @own' # three numbers of an address
  host_sql "$(<"$role_files/follow-$1.sql")"
  systemctl start isuumo.service
}

install_role() { # primary or replica
  local file
  for file in "${ISUUMO_ROOT:-}"/etc/mysql/*.conf.d/*71-isuumo-role.cnf; do
    install -m 644 -- "$role_files/$1.cnf" "$file"
  done
}

# It acknowledges nothing: whether it may is not known yet. And it goes by another number, since a replica leaves out transactions
# with its own, among them those that this host dropped as it started.
host_follow_quietly() { # SOURCE
  host_take_role replica
  host_sql 'SET @other = @@GLOBAL.server_id % 16777216 + 16777216; SET GLOBAL server_id = @other'
  host_sql "$(sed -n -E 's/^(SET GLOBAL rpl_semi_sync_(slave|replica)_enabled) = .*/\1 = 0;/p' "$role_files/replica.sql")
    $(<"$role_files/follow-$1.sql")"
}

host_take_role() { # primary or replica
  install_role "$1"
  host_sql "$(<"$role_files/$1.sql")"
}

# This host's application is the writer when this returns. The hosts that are named are taken for gone.
host_appoint() { # NUMBER FENCED...
  local number=$1 fenced=''
  shift
  (($#)) && printf -v fenced '"%s",' "$@"
  host_tell office "{\"number\":$number,\"without\":[${fenced%,}]}"
}

# As one of the hosts: with a proof that it knows their secret, which is in no argument.
host_tell() { # mandate or office, JSON
  python3 - "$host" "$address" "$hosts_port" "/cluster/$1" "$2" <<'PYTHON'
import hashlib, hmac, json, secrets, sys, urllib.error, urllib.request

host, address, port, path, message = sys.argv[1:]
with open("/etc/isuumo/cluster.secret", encoding="utf-8") as file:
    secret = file.read().strip().encode()
nonce = secrets.token_hex(16)
proof = hmac.new(secret, "\n".join(["question", host, nonce, "POST", path]).encode(), hashlib.sha256).hexdigest()
address = f"[{address}]" if ":" in address else address
request = urllib.request.Request(f"http://{address}:{port}{path}", message.encode(),
                                 {"Content-Type": "application/json", "Isuumo-Host": f"{host} {nonce} {proof}"})
try:
    with urllib.request.urlopen(request, timeout=30) as answer:
        sys.stderr.write(answer.read().decode() + "\n")
except urllib.error.HTTPError as error:
    sys.exit(json.load(error).get("error", str(error)))
except OSError as error:
    sys.exit(f"its application does not answer: {error}")
PYTHON
}
