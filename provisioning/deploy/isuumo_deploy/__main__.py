"""python3 -m isuumo_deploy VERB ...: what ../../../deploy.sh calls."""

import sys

# Each registers its verbs.
from . import away, backup, members, promote, provision, restore, rollout, status, tune, verify  # noqa: F401
from .cli import main

sys.exit(main(sys.argv[1:]))
