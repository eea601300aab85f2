"""A world of hosts in one process, on one clock: etcd, servers, databases and customers behave as the real ones promise to."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from isuumo_failover import database, guard, keeper, succession
from isuumo_failover.etcd import Expired, Unreachable, Value
from isuumo_failover.host import Failed
from isuumo_failover.server import Told


class Time:
    """Instead of the module time."""

    def __init__(self):
        self.now = 1000.0

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


class Etcd:
    """What one host reaches of it. A transaction is one step, and a lease ends at its time, never before."""

    def __init__(self, world, host):
        self.world, self.host = world, host

    def _expire(self):
        if not self.world.reaches_majority(self.host):
            raise Unreachable("no majority")
        now, world = self.world.time.now, self.world
        for lease in [lease for lease, (_, end) in world.leases.items() if end <= now]:
            self._end(lease)

    def _end(self, lease):
        del self.world.leases[lease]
        self.world.keys = {key: value for key, value in self.world.keys.items() if value.lease != lease}

    def grant(self, seconds):
        self._expire()
        self.world.last += 1
        self.world.leases[self.world.last] = seconds, self.world.time.now + seconds
        return self.world.last

    def keep_alive(self, lease):
        self._expire()
        if lease not in self.world.leases:
            raise Expired
        seconds, _ = self.world.leases[lease]
        self.world.leases[lease] = seconds, self.world.time.now + seconds
        if self.world.random.random() < 0.01:
            self.world.time.sleep(self.world.random.uniform(0, 6))  # the agent stands still, the answer in its hands

    def revoke(self, lease):
        self._expire()
        if lease in self.world.leases:
            self._end(lease)

    def read(self, prefix):
        self._expire()
        return {key: value for key, value in self.world.keys.items() if key.startswith(prefix)}

    def put(self, writes, unless_changed=None):
        self._expire()
        keys = self.world.keys
        if any((keys[key].revision if key in keys else 0) != revision for key, revision in (unless_changed or {}).items()):
            return False
        if any(lease and lease not in self.world.leases for _, lease in writes.values()):
            raise Expired
        self.world.last += 1
        for key, (text, lease) in writes.items():
            created = keys[key].created if key in keys else self.world.last
            keys[key] = Value(text, created, self.world.last, lease)
        return True


@dataclass
class Machine:
    """A host: its server, its database, and its agent."""

    name: str
    world: World
    on: bool = True
    frozen: bool = False
    # server
    number: int = 0
    writer: str = "isu1"
    remembered: tuple[int, str] = (0, "isu1")
    office: bool = False
    fenced: bool = False
    until: float = 0.0
    # database
    log: list = field(default_factory=list)
    source: str = ""
    receiving: bool = True
    quiet: bool = False  # receives, and acknowledges nothing
    is_read_only: bool = True
    endless: bool = False
    waiting: list = field(default_factory=list)  # transactions and since when
    locked: str = ""
    drained: set = field(default_factory=set)

    def answers(self):
        return self.on and not self.frozen and self.office and self.world.time.now < self.until

    # --- isuumo_failover.server.Server
    def tenure(self, number, after, millis):
        if not self.on:
            return None
        if millis and self.office and number == self.number:
            self.until = max(self.until, after / 1e9 + millis / 1e3)
        return Told(self.number, self.writer, self.office, int(self.world.time.now * 1e9))

    def hear(self, number, writer):
        if number > self.number:
            if self.office or self.writer == self.name:
                self.office, self.fenced = False, True
            else:
                self.remembered = number, writer
            self.number, self.writer = number, writer
        return True

    def start(self):
        """The server, by what it remembers; it asks the others first."""
        self.number, self.writer = self.remembered
        self.office = self.fenced = False
        self.until = 0.0

    def take_up(self):
        """A writer that starts asks the others until most agree."""
        if self.on and self.writer == self.name and not self.office and not self.fenced:
            others = [other for other in self.world.machines.values() if other is not self and self.world.connected(self, other)]
            latest = max((other.number, other.writer) for other in [*others, self])
            if latest[0] > self.number:
                self.hear(*latest)
            elif 2 * (len(others) + 1) > len(self.world.machines):
                self.office = True

    # --- isuumo_failover.database.Database
    def acknowledging(self):
        self._database()
        return sum(other.receiving and not other.quiet and other.source == self.name and self.world.connected(self, other)
                   for other in self.world.machines.values()) if not self.is_read_only else 0

    def wait_for_a_replica(self, endlessly):
        self._database()
        self.endless = endlessly

    def waits_endlessly(self):
        return self.endless

    def read_only(self):
        self._database()
        return self.is_read_only

    def database_source(self):
        return self.source, self.receiving

    def _database(self):
        if not self.on:
            raise OSError("off")

    def pull(self):
        source = self.world.machines.get(self.source)
        if self.receiving and source and self.world.connected(self, source) and self.log == source.log[:len(self.log)]:
            self.log = list(source.log)

    def settle_commits(self):
        """Of its customers' purchases: whose commit has ended, and whether they hear of it."""
        for transaction, since in list(self.waiting):
            has_it = any(other.source == self.name and not other.quiet and transaction in other.log for other in self.world.machines.values())
            if has_it or (not self.endless and self.world.time.now - since >= 2):
                self.waiting.remove((transaction, since))
                if self.answers():
                    self.world.acknowledged.append(transaction)

    def buy(self):
        if self.answers() and not self.is_read_only:
            self.world.last += 1
            self.log.append(self.world.last)
            self.waiting.append((self.world.last, self.world.time.now))

    # --- isuumo_failover.host.Host
    @property
    def addresses(self):
        return {name: name for name in self.world.machines}

    def run(self, step, *arguments):
        return str(getattr(self, "step_" + step)(*arguments) or "")

    def step_stop_receiving(self):
        self.receiving = False

    def step_become_primary(self, position):
        self.source, self.is_read_only, self.endless = "", False, False

    def step_take_role(self, role):
        self.is_read_only = role != "primary"

    def step_appoint(self, number, *lost):
        former = self.writer
        agree = [other for other in self.world.machines.values() if other is not self and self.world.connected(self, other)
                 and other.name not in lost]
        for other in agree:
            other.hear(int(number), self.name)
        agree = [other.name for other in agree if (other.number, other.writer) == (int(number), self.name)]
        others = len(self.world.machines) - 1
        if 2 * (len(agree) + 1) <= others + 1 and len({*agree, *lost}) < others or former not in (self.name, *lost, *agree):
            raise Failed("too few hosts agree")
        self.number, self.writer, self.office, self.until = int(number), self.name, True, 0.0
        self.remembered = self.number, self.writer

    def step_follow_quietly(self, host):
        self.step_follow(host)
        self.quiet = True

    def step_follow(self, host):
        self.quiet = False
        self.source, self.receiving, self.is_read_only, self.endless, self.waiting = host, True, True, False, []

    def step_fence(self):
        self.step_begin_fenced()
        self.is_read_only = True

    def step_begin_fenced(self):
        """What no replica has acknowledged is dropped when the database starts so."""
        self.log = [each for each in self.log if each not in [transaction for transaction, _ in self.waiting]]
        self.waiting = []

    def step_remember(self, number, writer):
        self.remembered = int(number), writer
        self.waiting = []
        self.start()

    def step_await(self, seconds):
        return None

    def replication(self, command, *arguments):
        position = ",".join(map(str, self.log))
        if command == "position":
            return {"position": position}
        if command == "reaches":
            return {"reached": {*arguments[0].split(",")} - {""} <= {*position.split(",")}}
        source = self.world.machines[arguments[0]]
        diverged = self.log != source.log[:len(self.log)]
        if command == "status":
            return {"follows": not diverged and self.world.connected(self, source), "trouble": "error 1236"}
        return {"lagging": False, "differences": []}

    def mandate(self):
        return self.remembered

    def operator(self):
        return self.locked

    def lock(self, what):
        pass

    def unlock(self):
        pass

    def send_nothing_to(self, lost):
        self.drained = {*lost} - {self.name}

    def say(self, state):
        self.state = state

    def begin_agent(self):
        etcd = Etcd(self.world, self)
        database_of = type("Database", (), {name: staticmethod(getattr(self, name)) for name in (
            "acknowledging", "wait_for_a_replica", "waits_endlessly", "read_only")} | {"source": staticmethod(self.database_source)})
        self.guard = guard.Guard(self, etcd, database_of)
        self.keeper = self.guard.keeper = keeper.Keeper(self, self, etcd, self.guard.unfit)
        self.succession = succession.Succession(self, self, etcd, database_of, self.keeper)

    def beat(self, who):
        if self.on and not self.frozen:
            try:
                getattr(self, who).beat()
            except (OSError, Unreachable, Expired):
                pass  # as the loops around do


class World:
    def __init__(self, seed=0, hosts=3):
        self.random, self.time = random.Random(seed), Time()
        for module in (guard, keeper, succession):
            module.time = self.time
        self.keys, self.leases, self.last, self.acknowledged, self.cut = {}, {}, 0, [], set()
        self.machines = {f"isu{number}": Machine(f"isu{number}", self) for number in range(1, hosts + 1)}
        first = self.machines["isu1"]
        first.is_read_only = False
        for machine in self.machines.values():
            machine.source = "" if machine is first else "isu1"
            machine.begin_agent()

    def connected(self, one, other):
        return one.on and other.on and not {one.name, other.name} & self.cut and not one.frozen and not other.frozen

    def reaches_majority(self, machine):
        there = [other for other in [*self.machines.values()][:3] if other is machine or self.connected(machine, other)]
        return machine.on and len(there) >= 2

    def step(self):
        """Something small, of some host; then what must always be true is."""
        machine = self.random.choice([*self.machines.values()])
        what = self.random.choice(["keeper", "keeper", "guard", "succession", "succession", "pull", "buy", "time", "server"])
        if what == "time":
            self.time.now += self.random.choice([0.05, 0.2, 0.4])
        elif what == "server":
            machine.take_up()
        elif what in ("pull", "buy"):
            if not machine.frozen and machine.on:
                getattr(machine, what)()
        else:
            machine.beat(what)
        for other in self.machines.values():
            if other.on and not other.frozen:
                other.settle_commits()
        answering = [other.name for other in self.machines.values() if other.answers()]
        assert len(answering) <= 1, f"two writers answer: {answering}"

    def go_on(self, steps):
        for _ in range(steps):
            self.step()

    def writer(self):
        return next((machine.name for machine in self.machines.values() if machine.answers()), "")

    def await_writer(self, other_than="", steps=4000):
        for _ in range(steps):
            if self.writer() not in ("", other_than):
                return self.writer()
            self.step()
        raise AssertionError("nobody writes: " + "; ".join(f"{m.name}: {m.state}" for m in self.machines.values()))

    def power_off(self, name):
        self.machines[name].on = False

    def power_on(self, name):
        machine = self.machines[name]
        machine.on = True
        machine.begin_agent()
        if not machine.source:  # its role's file says primary until it is fenced
            machine.is_read_only = False
            try:
                machine.succession.before_database()
            except Unreachable:
                pass
        machine.waiting = []
        machine.start()

    def lost(self):
        """What somebody was told of, and the writer's database does not have."""
        return [each for each in self.acknowledged if each not in self.machines[self.writer()].log]
