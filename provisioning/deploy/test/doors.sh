# shellcheck shell=bash
# What verify says of ports and certificates.

test_doors_that_are_as_they_should_be() {
  wants 0 '[OK] firewall     80 open; 3306, 8080, 8081, 8082 closed to this machine' '[OK] listens      on 22 80 3306 8080' -- verify
}

test_a_private_port_that_lets_this_machine_in() {
  printf '10.0.0.2 3306\n' >>"$FAKE/isu2/open-ports"
  wants 1 '[NG] firewall     10.0.0.2:3306 lets this machine in. Run ./deploy.sh provision' -- verify
  [[ $(grep -c '\[OK\] firewall' <<<"$said") == 2 ]]
}

test_a_private_port_that_lets_this_machine_in_by_the_public_address() {
  printf 'isu2 8083\n' >>"$FAKE/isu2/open-ports"
  wants 1 '[NG] firewall     isu2:8083 lets this machine in' -- verify
}

test_an_entrance_that_is_closed() {
  : >"$FAKE/isu3/open-ports"
  wants 1 '[NG] firewall     80 does not let this machine in' -- verify
}

test_a_test_rig_is_told() {
  inventory_says isuumo_trusted_addresses '["10.0.0.99"]'
  printf '10.0.0.1 8080\n' >>"$FAKE/isu1/open-ports"
  wants 0 '80 open; 3306, 8081, 8082 closed to this machine; 8080 open to this machine by isuumo_trusted_addresses' -- verify
  printf '10.0.0.1 3306\n' >>"$FAKE/isu1/open-ports"
  wants 1 '[NG] firewall     10.0.0.1:3306 lets this machine in' -- verify
}

test_somebody_else_s_test_rig_is_no_excuse() {
  inventory_says isuumo_trusted_addresses '["10.0.0.98"]'
  printf '10.0.0.1 8080\n' >>"$FAKE/isu1/open-ports"
  wants 1 '[NG] firewall     10.0.0.1:8080 lets this machine in' -- verify
}

test_one_of_the_hosts_may_be_the_machine() {
  sed -i 's/10\.0\.0\.1"/10.0.0.99"/' "$scratch/inventory.json"
  printf '10.0.0.2 3306\n' >>"$FAKE/isu2/open-ports"
  wants 0 '8080, 8081, 8082 closed to this machine; 3306 open to this machine, which is one of the hosts' -- verify
}

test_the_public_enter_by_two_doors() {
  inventory_says isuumo_profile '"public"'
  printf 'Nov 28 12:00:00 2129 GMT' | tee "$FAKE"/isu{1,2,3}/etc/nginx/tls/isuumo.pem
  wants 1 '[NG] firewall     443 does not let this machine in' -- verify
  for host in "${hosts[@]}"; do
    printf '%s 443\n' "$host" >>"$FAKE/$host/open-ports"
    printf '0.0.0.0:443 nginx\n' >>"$FAKE/$host/listeners"
  done
  wants 0 '[OK] firewall     80, 443 open; 2379, 2380, 3306, 8080, 8081, 8082, 8443 closed' '[OK] listens      on 22 80 443 3306 8080' -- verify
}

test_whoever_listens_and_is_not_known_is_named() {
  printf '0.0.0.0:9100 node_exporter\n10.0.0.2:8083 java\n' >>"$FAKE/isu2/listeners"
  wants 1 '[NG] listens      node_exporter listens on 0.0.0.0:9100, java listens on 10.0.0.2:8083; the inventory knows no such port' -- verify
}

test_a_host_that_does_not_tell_who_listens() {
  : >"$FAKE/isu2/listeners"
  wants 1 '[NG] listens      ss tells nothing' -- verify
}

test_certificates_end_some_day() {
  wants 0 '[OK] certificates end: database 2129-11-28, its authority 2146-11-24' '0 NG' -- verify
  [[ $said != *warned* ]]
}

test_a_certificate_that_ends_soon_is_warned_of() {
  in_days 29 >"$FAKE/isu2/etc/mysql/isuumo/server.pem"
  wants 0 "[!!] certificates database ends $(date -u -d '+29 days -1 minute' +%F), in 28 days: ./deploy.sh provision renews" '0 NG, 1 warned of' -- verify
  in_days 31 >"$FAKE/isu2/etc/mysql/isuumo/server.pem"
  wants 0 -- verify
  [[ $said != *'!!'* ]]
}

test_a_certificate_that_has_ended() {
  in_days -1 >"$FAKE/isu3/etc/nginx/tls/isuumo.pem"
  in_days 9 >"$FAKE/isu3/etc/mysql/isuumo/ca.pem"
  wants 1 "[NG] certificates https ended $(date -u -d '-1 days -1 minute' +%F): put a new one where isuumo_tls_certificate says" -- verify
}

test_certificates_that_are_not_there() {
  rm -- "$FAKE"/isu1/etc/mysql/isuumo/*.pem
  wants 1 '[NG] certificates there are none yet' -- verify
  inventory_says isuumo_profile '"public"'
  wants 1 '[NG] certificates there is no /etc/nginx/tls/isuumo.pem' -- verify
}

# A minute less: in the same second a whole day more would be left than in the next.
in_days() { # DAYS
  LC_ALL=C date -u -d "$1 days -1 minute" '+%b %e %T %Y GMT'
}

inventory_says() { # NAME JSON
  sed -i 's/"isuumo_writer": /"'"$1"'": '"$2"', &/g; s/"isuumo_profile": "contest", //g' "$scratch/inventory.json"
  [[ $1 == isuumo_profile ]] || sed -i 's/"isuumo_writer": /"isuumo_profile": "contest", &/g' "$scratch/inventory.json"
}

# Where knobs are, each has one default; here it stands a second time, since ansible-inventory does not read the roles'.
test_the_ports_are_those_of_the_playbook() {
  local roles=$project/provisioning/roles vars=$project/provisioning/group_vars/isuumo.yml
  grep -qx 'isuumo_app_port: 8080' "$vars"
  grep -qx 'isuumo_hosts_port: 8082' "$vars"
  grep -qx 'isuumo_operators_port: 8083' "$vars"
  grep -qx 'isuumo_http_port: 8081' "$roles/nginx/defaults/main.yml"
  grep -qx 'isuumo_https_port: 8443' "$roles/nginx/defaults/main.yml"
  grep -qx 'mysql_port: 3306' "$roles/mysql/defaults/main.yml"
  grep -qx 'APP, HOSTS, OPERATORS, ETCD = 8080, 8082, 8083, \[2379, 2380\]' "$project/provisioning/deploy/isuumo_deploy/doors.py"
  grep -qx 'KNOBS = {"isuumo_http_port": 8081, "isuumo_https_port": 8443, "mysql_port": 3306}' "$project/provisioning/deploy/isuumo_deploy/doors.py"
  grep -q '^operators_port=8083 ' "$project/provisioning/deploy/host/facts.sh"
}
