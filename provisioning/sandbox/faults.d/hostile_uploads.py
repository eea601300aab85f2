#!/usr/bin/env python3
"""Uploads what no server should take, over and over, from many at once.

  hostile_uploads.py SECONDS HOST...     prints how many were answered with which status
"""

import collections
import http.client
import random
import sys
import threading
import time

SIZE = 8 * 1024 * 1024 - 1024  # just below the limit of a form
AT_ONCE = 12
PATIENCE_SECONDS = 30


def filled(piece):
    return (piece * (SIZE // len(piece) + 1))[:SIZE]


FILES = {
    "short rows": filled(b"1\n"),
    "one field": filled(b"x"),
    "an open quote": b'1,"' + filled(b"a,b\n"),
    "nothing but quotes": filled(b'"'),
    "NUL": filled(b"\0"),
    "blank lines, and a row that is none": filled(b"\r\n") + b"1,2\n",
    "no UTF-8": filled(b"\xff\xfe"),
    "a file of too many rows": filled(b"900000001,n,d,t,1,1,1,1,c,f,k,1,1\n"),
}


def form(kind, content):
    return (b'--edge\r\nContent-Disposition: form-data; name="%ss"; filename="x.csv"\r\nContent-Type: text/csv\r\n\r\n' % kind
            + content + b"\r\n--edge--\r\n")


def upload(host, kind, content):
    connection = http.client.HTTPConnection(host, 80, timeout=PATIENCE_SECONDS)
    try:
        connection.request("POST", f"/api/{kind}", form(kind.encode(), content),
                           {"Content-Type": "multipart/form-data; boundary=edge"})
        return str(connection.getresponse().status)
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()


def go_on(until, hosts, counts):
    while time.monotonic() < until:
        answer = upload(random.choice(hosts), random.choice(("chair", "estate")), random.choice(list(FILES.values())))
        with LOCK:
            counts[answer] += 1


LOCK = threading.Lock()


def main():
    until = time.monotonic() + float(sys.argv[1])
    counts = collections.Counter()
    threads = [threading.Thread(target=go_on, args=(until, sys.argv[2:], counts)) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("hostile uploads:", ", ".join(f"{answer} {count}" for answer, count in sorted(counts.items())))
    if "201" in counts:
        sys.exit("one of them was taken")


if __name__ == "__main__":
    main()
