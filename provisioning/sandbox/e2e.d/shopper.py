#!/usr/bin/env python3
"""Customers who remember what they were promised.

  shopper.py run TARGET LOG FIRST_ID CREDENTIAL   upload chairs, buy them and look at them, until SIGTERM
  shopper.py check LOG                            compare what was acknowledged with the database's rows, which are
                                                  read as "id<TAB>stock" lines from standard input
  shopper.py failed LOG                           how many requests failed, by kind; exit code 1 if any did

TARGET is http://HOST, or https://HOST with a certificate of the authority in the file SSL_CERT_FILE; then uploads show what the
file CREDENTIAL holds.

Every request is a line of the log: when it was sent, what it was, the chair, how it ended, how long it took.
  ok       as the contract says
  failed   answered with another status
  unknown  not answered, or with the word that nobody knows: it may or may not have been done
  wrong    answered, but not what an earlier acknowledgement promised: a chair that is missing after its upload, or one
           that is on sale after its last piece was sold
Each request has a connection of its own, so that a connection closed while idle is never taken for a failure.
"""

import collections
import http.client
import json
import signal
import ssl
import sys
import threading
import time
import urllib.parse

STOCK = 2
READS_AFTER_SALE = 3  # nginx spreads them over the hosts
TIMEOUT_SECONDS = 40  # longer than /initialize, the longest that nginx waits for the app
BOUNDARY = "isuumo-e2e"
THREADS = 4

stopped = threading.Event()


class Shopper(threading.Thread):
    def __init__(self, connect, operator, log, first_id):
        super().__init__()
        self.connect, self.operator, self.log, self.id = connect, operator, log, first_id

    def run(self):
        while not stopped.is_set():
            self.id += 1
            if self.upload() == "ok":
                self.look({200}, "look-new")
                # "and": sold out only if each of the purchases was acknowledged.
                if all([self.buy() == "ok" for _ in range(STOCK)]):
                    for _ in range(READS_AFTER_SALE):
                        self.look({404}, "look-sold")
            self.browse()

    def upload(self):
        row = f"{self.id},e2e,e2e,/images/chair/e2e.png,1500,100,100,100,黒,,エルゴノミクス,1000,{STOCK}\r\n"
        body = (f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="chairs"; filename="c.csv"\r\n'
                f"Content-Type: text/csv\r\n\r\n{row}\r\n--{BOUNDARY}--\r\n").encode()
        return self.send("upload", "POST", "/api/chair", {201}, body, f"multipart/form-data; boundary={BOUNDARY}",
                         self.operator)

    def buy(self):
        return self.send("buy", "POST", f"/api/chair/buy/{self.id}", {200}, b'{"email":"e2e@example.com"}',
                         "application/json")

    def look(self, expected, what):
        return self.send(what, "GET", f"/api/chair/{self.id}", expected)

    def browse(self):
        self.send("browse", "GET", "/api/chair/low_priced", {200})
        self.send("browse", "GET", "/api/estate/search?rentRangeId=1&page=0&perPage=25", {200})
        self.send("browse", "GET", f"/api/recommended_estate/{self.id % 29500 + 1}", {200})

    def send(self, what, method, path, expected, body=None, kind=None, more=None):
        sent, status, problem = time.time(), 0, ""
        started = time.monotonic()
        connection = self.connect()
        try:
            headers = {"User-Agent": "isuumo-e2e", "Connection": "close"} | (more or {})
            connection.request(method, path, body, headers | ({"Content-Type": kind} if kind else {}))
            answer = connection.getresponse()
            status = answer.status
            text = answer.read()
            problem = "" if status in expected else text[:200].decode(errors="replace")
            result = "ok" if status in expected else self.verdict(what, status, problem)
        except (OSError, http.client.HTTPException) as error:
            result, problem = "unknown", f"{type(error).__name__}: {error}"
        finally:
            connection.close()
        self.log.write(json.dumps({"sent": round(sent, 3), "what": what, "id": self.id, "result": result, "status": status,
                                   "seconds": round(time.monotonic() - started, 3), "problem": problem}) + "\n")
        return result

    @staticmethod
    def verdict(what, status, problem):
        if what.startswith("look") and status in (200, 404):
            return "wrong"
        # nginx says so by its status where it does not know whether the application did it, the application in words where
        # it does not know whether the database, or the writer, did.
        return "unknown" if status in (502, 504) or "may have" in problem else "failed"


def entries(path):
    with open(path, encoding="utf-8") as log:
        for line in log:
            yield json.loads(line)


def connector(target):
    url = urllib.parse.urlsplit(target)
    if url.scheme == "http":
        return lambda: http.client.HTTPConnection(url.netloc, timeout=TIMEOUT_SECONDS)
    trust = ssl.create_default_context()
    return lambda: http.client.HTTPSConnection(url.netloc, timeout=TIMEOUT_SECONDS, context=trust)


def operator(target, credential):
    if target.startswith("http:"):
        return {}
    with open(credential, encoding="utf-8") as file:
        return {"Authorization": f"Bearer {file.read().strip()}"}


def run(target, path, first_id, credential):
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    with open(path, "w", encoding="utf-8", buffering=1) as log:
        shoppers = [Shopper(connector(target), operator(target, credential), log, int(first_id) + n * 100_000)
                    for n in range(THREADS)]
        for shopper in shoppers:
            shopper.start()
        for shopper in shoppers:
            shopper.join()


def check(path):
    stock = dict(map(int, line.split("\t")) for line in sys.stdin)
    sold, unsure, uploaded, lost = collections.Counter(), collections.Counter(), [], []
    for entry in entries(path):
        if entry["result"] == "wrong":
            lost.append(f"{entry['what']} of chair {entry['id']} was answered {entry['status']}")
        elif entry["what"] == "upload" and entry["result"] == "ok":
            uploaded.append(entry["id"])
        elif entry["what"] == "buy":
            sold[entry["id"]] += entry["result"] == "ok"
            unsure[entry["id"]] += entry["result"] == "unknown"
    for chair in uploaded:
        most = STOCK - sold[chair]
        if chair not in stock:
            lost.append(f"chair {chair} was acknowledged and is not there")
        elif not most - unsure[chair] <= stock[chair] <= most:
            lost.append(f"chair {chair}: {sold[chair]} purchases were acknowledged, {unsure[chair]} unanswered, "
                        f"{STOCK} uploaded, {stock[chair]} left")
    print(f"{len(uploaded)} uploads and {sum(sold.values())} purchases acknowledged, {len(lost)} of them lost")
    print(*lost[:20], sep="\n")
    return 1 if lost or not uploaded else 0


def failed(path):
    total, kinds, slowest = 0, collections.Counter(), 0
    for entry in entries(path):
        total += 1
        slowest = max(slowest, entry["seconds"])
        if entry["result"] != "ok":
            kinds[f"{entry['what']} {entry['result']} {entry['status']} {entry['problem']}"] += 1
    print(f"{sum(kinds.values())} of {total} requests failed; the slowest took {slowest} s")
    for kind, count in kinds.most_common(10):
        print(f"{count} x {kind}")
    return 1 if kinds or not total else 0


if __name__ == "__main__":
    sys.exit({"run": run, "check": check, "failed": failed}[sys.argv[1]](*sys.argv[2:]))
