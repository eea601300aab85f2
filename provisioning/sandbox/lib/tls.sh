# For the profile public: an authority of the sandbox's own, and a certificate for the hosts' addresses, by which people come.
# shellcheck shell=bash

make_tls() {
  local tls=$state/tls host names=''
  [[ $profile == public ]] || return 0
  mkdir -p -- "$tls"
  for host in "${hosts[@]}"; do
    names+="${names:+,}DNS:$host,IP:${address[$host]}"
  done
  new_key "$tls/ca.key"
  openssl req -x509 -key "$tls/ca.key" -out "$tls/ca.pem" -days 30 -subj '/CN=Sandbox authority' \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
  new_key "$tls/site.key"
  openssl req -new -key "$tls/site.key" -subj /CN=isuumo -out "$tls/site.csr"
  openssl x509 -req -in "$tls/site.csr" -CA "$tls/ca.pem" -CAkey "$tls/ca.key" -CAcreateserial -days 60 -out "$tls/site.pem" \
    -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n' "$names") 2>/dev/null
}

new_key() { # FILE
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"
  chmod 0600 -- "$1"
}
