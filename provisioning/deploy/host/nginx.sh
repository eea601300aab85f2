# shellcheck shell=bash
# Which host this host's nginx sends no requests to: nginx looks for a file of the host's name at each request
# (nginx/snippets/drained.conf). No reload, which would close idle connections that a client is about to send into.

host_drain() { # HOST
  [[ -f $nginx_upstreams ]] || refuse "there is no $nginx_upstreams; run ./deploy.sh provision first"
  install -d -m 755 -- "$nginx_drained"
  touch -- "$nginx_drained/$1"
}

host_undrain() { # HOST
  rm -f -- "$nginx_drained/$1"
}

# Ends its connections with a host that is gone: the kernel would send into them for minutes.
host_cut_off() { # ADDRESS
  ss --kill dst "$1" >/dev/null 2>&1 || true
}
