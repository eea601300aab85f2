"""Automatic failover; __main__.py begins."""
