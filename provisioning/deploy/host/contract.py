"""Asks a host's application what people read, holds it against the HTTP contract, and compares it with another host's answers.
Sent to the host behind connect.py, and only reads. Called with: HOST ADDRESS PEER PEER_ADDRESS ENDPOINT...; without a PEER it
compares with nobody, and what the ENDPOINTs answer may be anything but errors. What is wrong is its last line, with exit code 1.

Rows change while people come, and two hosts are asked one after the other: only what is wrong each time is a fault."""

import json
import sys
import time
from http.client import HTTPException
from urllib.parse import urlencode

TRIES, PAUSE_SECONDS = 10, 0.3
# Some 300 answers, which take a host that has just started under load a few seconds.
ALL_SECONDS = 60
PER_PAGE = 25
NOBODY = 2**53

CHAIR = "id name description thumbnail price height width depth color features kind".split()
ESTATE = "id thumbnail name description latitude longitude address rent doorHeight doorWidth features".split()
FIELDS = {"chair": CHAIR, "estate": ESTATE}
PRICES = {"chair": "price", "estate": "rent"}


class Wrong(Exception):
    """What an answer should not be."""


class Failed(Wrong):
    """There is none, which no release means."""


def want(holds, sentence, wrong=Wrong):
    if not holds:
        raise wrong(sentence)


class Read:
    """One thing to ask; promise, given the answer's JSON, raises Wrong where that breaks the contract."""

    def __init__(self, endpoint, path, promise, status=200, body=None):
        self.endpoint, self.path, self.promise, self.status, self.body = endpoint, path, promise, status, body

    def __str__(self):
        return f"{'POST' if self.body else 'GET'} {self.path}{' ' + self.body if self.body else ''}"

    def check(self, answer):
        status, said = answer
        # A chair whose last piece was sold meanwhile is nowhere.
        if self.endpoint == "/api/chair/{id}" and (self.status, status) == (200, 404):
            return
        want(status == self.status, f"is answered {status}, not {self.status}")
        try:
            self.promise(said)
        except (KeyError, TypeError, ValueError, AttributeError) as e:
            raise Wrong(f"is not answered by the contract: {type(e).__name__} {e}") from e


class Host:
    def __init__(self, name, address):
        self.name, self.address, self.connection = name, address, None

    def ask(self, read):
        """(status, JSON)"""
        started = time.monotonic()
        try:
            self.connection = self.connection or connect(self.address)
            self.connection.request("POST" if read.body else "GET", read.path, read.body, {"Content-Type": "application/json"})
            reply = self.connection.getresponse()
            said = json.loads(reply.read())
        except (OSError, HTTPException, ValueError) as e:
            self.connection = None
            raise Failed(f"gets no answer from {self.name}: {e or type(e).__name__}") from e
        want(time.monotonic() - started < ANSWER_SECONDS, f"takes {self.name} {ANSWER_SECONDS} s and more", Failed)
        want(reply.status < 500, f"is answered {reply.status} by {self.name}: {shortened(said)}", Failed)
        return reply.status, said


def items(said, kind, most, *others):
    """Those of a list, which has these fields and no more items."""
    name = kind + "s"
    want(list(said) == [*others, name], f"has the fields {', '.join(said)}")
    found = said[name]
    want(len(found) <= most, f"has {len(found)} {name}, more than {most}")
    want(len({item["id"] for item in found}) == len(found), f"has one of the {name} twice")
    for item in found:
        want(list(item) == FIELDS[kind], f"has a {kind} with the fields {', '.join(item)}")
    return found


def search(kind, conditions, page=0):
    """conditions: {(parameter, value): what holds for each item}"""
    def promise(said):
        found = items(said, kind, PER_PAGE, "count")
        there = min(PER_PAGE, max(0, said["count"] - page * PER_PAGE))
        want(len(found) == there, f"has {len(found)} {kind}s, not {there} of {said['count']}")
        for (name, value), holds in conditions.items():
            for item in found:
                want(holds(item), f"has the {kind} {item['id']}, which is none of {name}={value}")

    query = urlencode([*conditions, ("perPage", PER_PAGE), ("page", page)])
    return Read(f"/api/{kind}/search", f"/api/{kind}/search?{query}", promise)


def within(name, limits):
    return lambda item: limits["min"] <= item[name] and (item[name] < limits["max"] or limits["max"] == -1)


def conditions(document):
    """By what people search: a list of {(parameter, value): what holds for each item} for each name in the document."""
    for name, choice in document.items():
        if "ranges" in choice:
            yield [{(f"{name}RangeId", i): within(name, limits)} for i, limits in enumerate(choice["ranges"])]
        elif name == "feature":
            yield [{("features", word): lambda item, word=word: word in item["features"]} for word in choice["list"]]
        else:
            yield [{(name, word): lambda item, name=name, word=word: item[name] == word} for word in choice["list"]]


def searches(kind, document):
    by_name = list(conditions(document))
    for choices in by_name:
        yield from (search(kind, choice) for choice in choices)
        yield search(kind, choices[0], page=1)
    for ones, others in zip(by_name, by_name[1:]):
        yield from (search(kind, one | other) for one, other in zip(ones, others))
    yield search(kind, by_name[0][0], page=10_000)
    for query in ("perPage=25&page=0", f"{PRICES[kind]}RangeId=99&perPage=25&page=0", f"{PRICES[kind]}RangeId=0&perPage=25"):
        yield refused(f"/api/{kind}/search", f"/api/{kind}/search?{query}", 400)


def refused(endpoint, path, status, body=None):
    return Read(endpoint, path, lambda said: want(isinstance(said["error"], str), "has no error"), status, body)


def condition(kind):
    def promise(said):
        want(all("ranges" in choice or "list" in choice for choice in said.values()), "is no condition document")
        want(PRICES[kind] in said, f"says nothing of {PRICES[kind]}")

    return Read(f"/api/{kind}/search/condition", f"/api/{kind}/search/condition", promise)


def low_priced(kind):
    def promise(said):
        order = [(item[PRICES[kind]], item["id"]) for item in items(said, kind, 20)]
        want(order == sorted(order), f"is not in the order of {PRICES[kind]}")

    return Read(f"/api/{kind}/low_priced", f"/api/{kind}/low_priced", promise)


def details(kind, known):
    for item in known:
        yield Read(f"/api/{kind}/{{id}}", f"/api/{kind}/{item['id']}",
                   lambda said, item=item: want(list(said.items()) == list(item.items()), "is not what the lists say"))
    yield refused(f"/api/{kind}/{{id}}", f"/api/{kind}/{NOBODY}", 404)
    yield refused(f"/api/{kind}/{{id}}", f"/api/{kind}/1.5", 400)


def recommended(chairs):
    def promise(chair):
        a, b, _ = sorted([chair["height"], chair["width"], chair["depth"]])
        return lambda said: want(
            all(min(door) >= a and max(door) >= b
                for door in ((estate["doorHeight"], estate["doorWidth"]) for estate in items(said, "estate", 20))),
            "has an estate whose door the chair does not pass")

    for chair in chairs:
        yield Read("/api/recommended_estate/{id}", f"/api/recommended_estate/{chair['id']}", promise(chair))
    yield refused("/api/recommended_estate/{id}", f"/api/recommended_estate/{NOBODY}", 400)


def drawings(estates):
    """The rectangle around each two of them, and what is no polygon."""
    def promise(south, north, west, east):
        def holds(said):
            found = items(said, "estate", 50, "count")
            want(said["count"] == len(found), f"has {len(found)} estates, not {said['count']}")
            want(all(south <= e["latitude"] <= north and west <= e["longitude"] <= east for e in found), "has an estate outside")
        return holds

    for one, other in zip(estates, estates[1:]):
        south, north = sorted([one["latitude"], other["latitude"]])
        west, east = sorted([one["longitude"], other["longitude"]])
        ring = [(south, west), (north, west), (north, east), (south, east), (south, west)]
        body = json.dumps({"coordinates": [{"latitude": latitude, "longitude": longitude} for latitude, longitude in ring]})
        yield Read("/api/estate/nazotte", "/api/estate/nazotte", promise(south, north, west, east), body=body)
    yield refused("/api/estate/nazotte", "/api/estate/nazotte", 400, '{"coordinates":[]}')


class Inquiry:
    def __init__(self, host, peer, differing):
        self.host, self.peer, self.differing = host, peer, differing
        self.deadline = time.monotonic() + ALL_SECONDS

    def try_once(self, read):
        """What the peer said, where there is one: whatever the new release says, it is asked for what the one before knew."""
        promised = read.endpoint not in self.differing
        answer = self.host.ask(read)
        if promised:
            read.check(answer)
        if not self.peer:
            return answer
        theirs = self.peer.ask(read)
        if promised:
            self.compare(answer, theirs)
        return theirs

    def compare(self, ours, theirs):
        want(ours[0] == theirs[0], f"is answered {ours[0]}, by {self.peer.name} {theirs[0]}")
        if ours[0] == 200:  # how an error is worded is nobody's business
            difference = first_difference(ours[1], theirs[1])
            want(not difference, f"is answered otherwise than by {self.peer.name}: {difference}")

    def ask(self, read):
        for _ in range(TRIES):
            try:
                want(time.monotonic() < self.deadline, f"was not asked yet after {ALL_SECONDS} s: the answers come slowly", Failed)
                return self.try_once(read)
            except Wrong as e:
                wrong = e
                time.sleep(PAUSE_SECONDS)
        remedy = "" if isinstance(wrong, Failed) else f". If the release means that: --differs {read.endpoint}"
        raise Wrong(f"{str(read)[:300]} {wrong}{remedy}")

    def ask_all(self):
        documents = {kind: self.ask(condition(kind))[1] for kind in FIELDS}
        samples = {}
        for kind in FIELDS:
            cheapest = self.ask(low_priced(kind))[1][kind + "s"]
            first = self.ask(next(searches(kind, documents[kind])))[1][kind + "s"]
            samples[kind] = cheapest[:10] + first[:10]
        for kind in FIELDS:
            for read in searches(kind, documents[kind]):
                self.ask(read)
            found = [self.ask(read)[0] for read in details(kind, samples[kind])]
            want(200 in found or not samples[kind], f"GET /api/{kind}/ID is answered {found[0]} for each {kind} that lists have")
        for read in [*recommended(samples["chair"]), *drawings(samples["estate"])]:
            self.ask(read)


def first_difference(ours, theirs, where="it"):
    """In words, or nothing."""
    if isinstance(ours, dict) and isinstance(theirs, dict) and list(ours) == list(theirs):
        pairs = [(f"{where}.{name}", ours[name], theirs[name]) for name in ours]
    elif isinstance(ours, (list, tuple)) and isinstance(theirs, (list, tuple)) and len(ours) == len(theirs):
        pairs = [(f"{where}[{i}]", one, other) for i, (one, other) in enumerate(zip(ours, theirs))]
    elif type(ours) is type(theirs) and ours == theirs:
        return ""
    else:
        return f"{where} is {shortened(ours)}, not {shortened(theirs)}"
    return next(filter(None, (first_difference(one, other, path) for path, one, other in pairs)), "")


def shortened(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:80] + " …"


def main():
    host, address, peer, peer_address, *differing = sys.argv[1:]
    try:
        Inquiry(Host(host, address), Host(peer, peer_address) if peer else None, differing).ask_all()
    except Wrong as e:
        sys.exit(str(e))


main()
