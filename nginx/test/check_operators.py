"""x"""


def run(report):
    pass
