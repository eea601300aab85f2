"""How contract.py, which is sent to a host behind this, reaches an application."""

import http.client

APP_PORT = 8080  # as in group_vars/isuumo.yml
ANSWER_SECONDS = 2  # no client waits longer


def connect(address):
    return http.client.HTTPConnection(address, APP_PORT, timeout=ANSWER_SECONDS)
