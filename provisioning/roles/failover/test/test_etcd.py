"""What the agent says to etcd, to a real one."""

import socket
import subprocess
import tempfile
import time
import unittest

from isuumo_failover import office as offices
from isuumo_failover.etcd import Etcd, Expired, Unreachable
from isuumo_failover.office import ALIVE, CANDIDATE, OFFICE, Candidate, Office


def free_port():
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return some.getsockname()[1]


class RealEtcd(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.address = f"127.0.0.1:{free_port()}"
        clients, peers = f"http://{cls.address}", f"http://127.0.0.1:{free_port()}"
        cls.server = subprocess.Popen(
            ["etcd", "--data-dir", cls.directory.name, "--listen-client-urls", clients, "--advertise-client-urls", clients,
             "--listen-peer-urls", peers, "--initial-advertise-peer-urls", peers, "--initial-cluster", f"default={peers}",
             "--heartbeat-interval", "20", "--election-timeout", "200"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while True:
            try:
                Etcd([cls.address], None, 1).read("some/")
                return
            except Unreachable:
                if time.monotonic() > deadline or cls.server.poll() is not None:
                    raise
                time.sleep(0.05)

    @classmethod
    def tearDownClass(cls):
        cls.server.kill()
        cls.server.wait()
        cls.directory.cleanup()

    def setUp(self):
        self.etcd = Etcd([f"127.0.0.1:{free_port()}", self.address], None, 1)  # the first member is away
        self.addCleanup(self.etcd.close)

    def test_what_is_written_is_read(self):
        office, candidate = Office("isu2", 3, True, ("isu1",)), Candidate(4, "0-1-7", True)
        lease = self.etcd.grant(60)
        self.assertTrue(self.etcd.put({OFFICE: (office.text(), 0), ALIVE: ("isu2", lease), CANDIDATE + "isu3": (candidate.text(), lease)}))
        seen = offices.view(self.etcd)
        self.assertEqual((office, "isu2", lease, {"isu3": candidate}), (seen.office, seen.alive, seen.lease, seen.candidates))
        self.etcd.revoke(lease)
        self.assertEqual((office, None, {}), (offices.view(self.etcd).office, offices.view(self.etcd).alive, offices.view(self.etcd).candidates))

    def test_of_two_who_saw_the_same_one_writes(self):
        self.etcd.put({"isuumo/x": ("1", 0)})
        revision = self.etcd.read("isuumo/x")["isuumo/x"].revision
        self.assertTrue(self.etcd.put({"isuumo/x": ("2", 0)}, {"isuumo/x": revision}))
        self.assertFalse(self.etcd.put({"isuumo/x": ("3", 0)}, {"isuumo/x": revision}))
        self.assertFalse(self.etcd.put({"isuumo/x": ("4", 0)}, {"isuumo/x": 0}))
        self.assertEqual("2", self.etcd.read("isuumo/x")["isuumo/x"].text)

    def test_a_key_goes_with_its_lease(self):
        lease = self.etcd.grant(2)
        self.etcd.put({"isuumo/y": ("here", lease)})
        self.etcd.keep_alive(lease)
        while self.etcd.read("isuumo/y"):
            time.sleep(0.1)
        with self.assertRaises(Expired):
            self.etcd.keep_alive(lease)
        with self.assertRaises(Expired):
            self.etcd.put({"isuumo/y": ("again", lease)})

    def test_nobody_answers(self):
        with self.assertRaisesRegex(Unreachable, "127.0.0.1:[0-9]+: .*refused"):
            etcd = Etcd([f"127.0.0.1:{free_port()}"], None, 1)
            etcd.read("isuumo/")
