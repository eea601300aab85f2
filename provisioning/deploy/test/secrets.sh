# shellcheck shell=bash
# What one operator hands to another, by the commands that provisioning/README.md names.

test_secrets_are_handed_over_by_the_commands_of_the_readme() {
  local there=$scratch/there
  type -P ansible-vault >/dev/null || {
    printf 'ansible-vault is not installed here: not tried\n'
    return 0
  }
  mkdir -p -- "$repository/provisioning/secrets/isu1" "$there"
  head -c 5000 /dev/urandom >"$repository/provisioning/secrets/key"
  printf 'abc\n' >"$repository/provisioning/secrets/isu1/isuumo_reader.password"
  chmod 0600 -- "$repository"/provisioning/secrets/{key,isu1/*}
  printf 'a passphrase\n' >"$scratch/passphrase"
  export ANSIBLE_VAULT_PASSWORD_FILE=$scratch/passphrase
  (cd -- "$repository/provisioning" && readme_command 'tar -cz secrets')
  [[ $(head -c 14 -- "$repository/provisioning/secrets.vault") == "\$ANSIBLE_VAULT" ]]
  cp -- "$repository/provisioning/secrets.vault" "$there"
  (cd -- "$there" && readme_command 'ansible-vault decrypt')
  diff -r -- "$repository/provisioning/secrets" "$there/secrets"
  [[ $(stat -c %a -- "$there/secrets/key") == 600 ]]
}

readme_command() { # BEGINNING
  bash -euo pipefail -c "$(grep -- "^$1" "$project/provisioning/README.md")"
}
