# shellcheck shell=bash
# Runs Ansible, showing what changes and what fails; sourced by provision, diff and promote.

run_playbook() { # PLAYBOOK ARGUMENTS...
  local log=$root/.local/provision.log started=$EPOCHREALTIME status=0
  mkdir -p -- "$root/.local"
  command -v ansible-playbook >/dev/null || fail 'ansible-playbook is not installed here; install ansible (apt install ansible)'
  ANSIBLE_CONFIG=$root/provisioning/ansible.cfg ANSIBLE_DISPLAY_OK_HOSTS=no ANSIBLE_DISPLAY_SKIPPED_HOSTS=no \
    ansible-playbook -i "$inventory" "$root/provisioning/$1" "${@:2}" 2>&1 | tee -- "$log" || status=${PIPESTATUS[0]}
  ((status == 0)) || fail "the playbook $1 failed after $(seconds_since "$started") s; its output stands above and in $log"
  printf '%s: %s, %s s\n' "$1" "$(recap "$log")" "$(seconds_since "$started")"
}

# "3 changes on isu1, 0 on isu2, 0 on isu3".
recap() { # LOG
  sed -n 's/^\([^ ]*\) *: ok=.* changed=\([0-9]*\) .*/\2 changes on \1/p' "$1" | paste -sd , | sed 's/,/, /g'
}

ensure_data() {
  local data=$root/sql/data
  if [[ ! -e $data || -f $data/.generating || -z $(ls -A -- "$data") ]]; then
    make_data "$data"
  fi
}

make_data() { # DIRECTORY
  local log=$root/.local/data-build.log
  java=$(find_java)
  step 'Building the data generator' build_generator "$log"
  "$java" -jar "$root/sql/generator/target/isuumo-generator.jar" --out "$1"
}

build_generator() { # LOG
  mkdir -p -- "$root/.local"
  quick_build "$root" "$1" sql/generator || fail "the data generator does not build; the whole log is $1"
}
