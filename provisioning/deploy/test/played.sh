# shellcheck shell=bash
# The stage: a repository in a path with spaces, three played hosts, and releases of a few bytes.

scratch="$project/target/deploy test"
repository="$scratch/check out"
export FAKE=$scratch/hosts
hosts=(isu1 isu2 isu3)

# A stage for each test, made once.
set_up() {
  rm -rf -- "$scratch"
  if [[ ! -e $scratch.made ]]; then
    make_stage
    cp -a -- "$scratch" "$scratch.made"
  else
    cp -a -- "$scratch.made" "$scratch"
  fi
}

make_stage() {
  local host
  mkdir -p -- "$repository/provisioning" "$FAKE"
  cp -- "$project/deploy.sh" "$project/.gitignore" "$repository/"
  cp -R -- "$project/.mvn" "$repository/"
  cp -R -- "$project/provisioning/deploy" "$repository/provisioning/"
  cp -- "$here/fake/knock.py" "$repository/provisioning/deploy/isuumo_deploy/"
  cp -- "$here/fake/connect.py" "$repository/provisioning/deploy/host/"
  sed -i 's/\(PAUSE_SECONDS = .*,\) 0.3$/\1 0.01/; s/^ALL_SECONDS = 60$/ALL_SECONDS = 10/' "$repository/provisioning/deploy/host/contract.py"
  # What happens while a host is watched, which takes no time here, is in a file.
  sed -i "s|time.sleep(WATCH_SECONDS)|__import__('os').system('bash \"\$FAKE/meanwhile\" 2>/dev/null')|" "$repository/provisioning/deploy/isuumo_deploy/gate.py"
  for host in "${hosts[@]}"; do
    make_host "$host"
  done
  write_inventory isu1
  git -C "$repository" init --quiet
  git_here add --all
  git_here commit --quiet -m 'First commit'
  make_archive
}

git_here() {
  git -C "$repository" -c user.name=test -c user.email=test@example.com "$@"
}

make_host() { # HOST
  local root=$FAKE/$1 file
  mkdir -p -- "$root/opt/isuumo/releases" "$root/etc/nginx" "$root/var/log/nginx"
  printf 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' >"$root/etc/os-release"
  printf active >"$root/nginx-state"
  printf 0 >"$root/restarts"
  mkdir -p -- "$root/proc/sys/kernel/random" "$root/run"
  printf first >"$root/proc/sys/kernel/random/boot_id"
  printf 9999999 >"$root/free-kib"
  printf '%s\n' NTP=yes NTPSynchronized=yes >"$root/clock"
  printf active >"$root/logs-timer"
  mkdir -p -- "$root/etc/isuumo-logs" "$root/etc/systemd/journald.conf.d" "$root/var/log/journal" "$root/var/lib/mysql"
  printf '%s\n' 'nginx 2 14 /var/log/nginx/*.log*' 'database 1 14 /var/lib/mysql/isuumo-slow.log*' >"$root/etc/isuumo-logs/limits"
  cp -- "$project/provisioning/roles/base/files/journald.conf" "$root/etc/systemd/journald.conf.d/isuumo.conf"
  printf 0 >"$root/behind"
  printf '%s\n' 'isuumo_feed_connected 1.0' 'isuumo_feed_silent_seconds 0.307' \
    'jvm_memory_pool_collection_used_bytes{pool="Eden Space"} 0.0' \
    'jvm_memory_pool_collection_used_bytes{pool="Tenured Gen"} 1.0E8' 'jvm_memory_pool_max_bytes{pool="Tenured Gen"} 2.0E8' >"$root/metrics"
  says_semi_sync master ON ON 2 >"$root/semi-sync"
  printf '%s\n' 'isuumo 1.0' 'nginx 2.5' 'mariadb 1.2' 'mariadb 1.2' >"$root/exposures"
  printf '%d' "$([[ $1 == isu1 ]]; printf %d $?)" >"$root/read-only"
  printf '%s\n' "0.0.0.0:22 sshd" "0.0.0.0:80 nginx" "10.0.0.${1#isu}:8080 java" "10.0.0.${1#isu}:3306 mariadbd" \
    '127.0.0.1:8083 java' '[::ffff:127.0.0.1]:9 java' '[::1]:6 cupsd' '127.0.0.53%lo:53 systemd-resolve' '[::]:22 sshd' >"$root/listeners"
  printf '%s 80\n' "$1" >"$root/open-ports"
  mkdir -p -- "$root/etc/mysql/isuumo" "$root/etc/nginx/tls" "$root/var/lib/mysql"
  printf '\xfebin%s' "${1:0:4}" >"$root/var/lib/mysql/isuumo-binlog.000001"
  printf '10.11.6-MariaDB\n' >"$root/database-version"
  printf 0 >"$root/rows"
  printf 'Nov 28 12:00:00 2129 GMT' >"$root/etc/mysql/isuumo/server.pem"
  printf 'Nov 24 12:00:00 2146 GMT' >"$root/etc/mysql/isuumo/ca.pem"
  mkdir -p -- "$root/etc/mysql/mariadb.conf.d" "$root/var/lib/isuumo-mandate"
  touch -- "$root/etc/mysql/mariadb.conf.d/71-isuumo-role.cnf"
  for file in primary.cnf replica.cnf primary.sql replica.sql follow-isu{1,2,3}.sql; do
    printf '%s\n' "${file%.*}" >"$root/etc/mysql/isuumo/$file"
  done
  cat >"$root/etc/nginx/upstreams.conf" <<TEXT
upstream isuumo_readers {
    server 10.0.0.1:8080 weight=1 max_fails=0 fail_timeout=2s; # isu1
    server 10.0.0.2:8080 weight=1 max_fails=3 fail_timeout=2s; # isu2
    server 10.0.0.3:8080 weight=1 max_fails=3 fail_timeout=2s; # isu3
}
upstream isuumo_writer {
    server 10.0.0.1:8080 max_fails=1 fail_timeout=1s; # isu1
    server 10.0.0.2:8080 max_fails=1 fail_timeout=1s backup; # isu2
    server 10.0.0.3:8080 max_fails=1 fail_timeout=1s backup; # isu3
}
upstream isuumo_local {
    server 10.0.0.${1#isu}:8080; # $1
}
TEXT
}

says_semi_sync() { # MASTER_OR_SOURCE ENABLED STATUS CLIENTS
  printf 'rpl_semi_sync_%s_enabled\t%s\nRpl_semi_sync_%s_status\t%s\nRpl_semi_sync_%s_clients\t%d\n' \
    "$1" "$2" "$1" "$3" "$1" "$4"
}

# What ansible-inventory would print, and, as the writer's line is edited in the file itself, in the form of one.
write_inventory() { # WRITER
  local host vars=''
  for host in "${hosts[@]}"; do
    vars+="${vars:+, }\"$host\": {\"ansible_host\": \"$host\", \"ansible_user\": \"op\", \"private_address\": \"10.0.0.${host#isu}\", \"isuumo_writer\": \"$1\", \"isuumo_profile\": \"contest\", \"ansible_ssh_common_args\": \"-F '/a b/config'\"}"
  done
  printf '{"isuumo": {"hosts": [%s]}, "_meta": {"hostvars": {%s}}}\n' "$(printf '"%s"\n' "${hosts[@]}" | paste -sd , | sed 's/,/, /g')" "$vars" \
    >"$scratch/inventory.json"
}

# A release of the current commit; what else it shall hold are files of these names.
make_archive() { # FILES...
  local commit stage=$scratch/stage file
  commit=$(git_here rev-parse HEAD)
  rm -rf -- "$stage"
  mkdir -p -- "$stage/site/assets" "$stage/jre" "$repository/.local/releases"
  printf 'commit=%s\ndirty=false\nbuilt=2026-11-25T13:00:00Z\n' "$commit" >"$stage/RELEASE"
  printf 'JAVA_VERSION="25.0.3"\n' >"$stage/jre/release"
  install -D -- "$here/fake/jcmd" "$stage/jre/bin/jcmd"
  touch -- "$stage/isuumo.jar" "$stage/site/assets/index-${commit:0:8}.js"
  for file in "$@"; do
    touch -- "$stage/$file"
  done
  tar --create --gzip --directory "$stage" --file "$repository/.local/releases/${commit:0:12}.tar.gz" .
}

next_commit() { # FILES of the release...
  git_here commit --quiet --allow-empty -m 'Another commit'
  make_archive "$@"
}

deploy() { # VERB OPTIONS...
  PATH=$here/fake:$python_home:$PATH "$repository/deploy.sh" "$@" --inventory "$scratch/inventory.json"
}

# The hosts as a first deploy leaves them, which is played once.
deployed() {
  if [[ ! -e $scratch.deployed ]]; then
    deploy deploy
    cp -a -- "$FAKE" "$scratch.deployed"
  else
    rm -rf -- "$FAKE"
    cp -a -- "$scratch.deployed" "$FAKE"
  fi
}

# Runs it, and wants this exit code and all of these words; its output goes into $said.
wants() { # CODE WORDS... -- VERB OPTIONS...
  local code=0 wanted=$1 words=() word
  shift
  while [[ $1 != -- ]]; do
    words+=("$1")
    shift
  done
  shift
  said=$(deploy "$@" 2>&1) || code=$?
  printf '%s\n' "$said"
  if ((code != wanted)); then
    printf 'exit code %d, expected %d\n' "$code" "$wanted"
    return 1
  fi
  for word in ${words[@]+"${words[@]}"}; do
    if [[ $said != *"$word"* ]]; then
      printf 'expected: %s\n' "$word"
      return 1
    fi
  done
}

commit() {
  git_here rev-parse --short=12 HEAD
}

# The release that a host runs, by its commit.
runs() { # HOST COMMIT
  local running
  running=$(cat -- "$FAKE/$1/running")
  [[ $running == releases/*Z-"$2" ]] || {
    printf '%s runs %s, expected %s\n' "$1" "$running" "$2"
    return 1
  }
}

all_run() { # COMMIT
  local host
  for host in "${hosts[@]}"; do
    runs "$host" "$1"
  done
}

nothing_is_locked_or_drained() {
  local host
  for host in "${hosts[@]}"; do
    [[ ! -e $FAKE/$host/opt/isuumo/lock ]]
    [[ -z $(ls -- "$FAKE/$host/run/isuumo-drained" 2>/dev/null) ]]
    [[ -z $(find "$FAKE/$host/opt/isuumo/releases" -mindepth 1 -maxdepth 1 -name '.*') ]]
  done
}

eventually() { # COMMAND...: within a minute
  local deadline=$((SECONDS + 60))
  until "$@"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.05
  done
}

names_in() { # DIRECTORY
  find "$1/" -mindepth 1 -maxdepth 1 -printf '%f\n' | sort
}
