"""The verbs of ./deploy.sh that work on hosts. cli reads the command line; a verb gets the hosts (fleet) and its options."""
