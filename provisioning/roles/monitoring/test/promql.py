"""Which metrics a PromQL expression asks for, by its text: promtool checks the syntax, but tells no names."""

import re

TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
MATCHERS_AND_RANGES = re.compile(r"\{[^}]*\}|\[[^\]]*\]")
LABELS = re.compile(r"\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)")
NAME = re.compile(r"(?<![\w.])[a-zA-Z_:][\w:]*\b(?!\s*\()")
OPERATORS = {"and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring"}


def metrics(expression):
    rest = TEXT.sub("", expression)
    for part in MATCHERS_AND_RANGES, LABELS:
        rest = part.sub(" ", rest)
    return set(NAME.findall(rest)) - OPERATORS
