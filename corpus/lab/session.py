"""One MTA's turn, inside its own network, process, mount and host name spaces: start the world, send, collect, stop.

Called by `run`, as: session.py MTA TREE OUT SCENARIO-ID...
"""
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import collect
import dns
import mails
import mx
import rootfs
import scenarios as lab

HERE = Path(__file__).parent


def sh(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def network():
    """Only a loopback: two whole documentation ranges are local, and nothing leads out."""
    sh("hostname", "mail." + lab.SHOP)
    sh("ip", "link", "set", "lo", "up")
    sh("ip", "addr", "add", f"{lab.MTA_ADDRESS}/32", "dev", "lo")
    sh("ip", "addr", "add", f"{lab.NAME_SERVER}/32", "dev", "lo")
    for network in ("203.0.113.0/24", "198.51.100.0/24"):
        sh("ip", "route", "add", "local", network, "dev", "lo", "src", lab.MTA_ADDRESS)
    sh("ip", "route", "add", "unreachable", "192.0.2.200/32")


class Turn:
    USERS = ["orders", "newsletter", "bounce", "returns"]       # the shop's own mailboxes: what arrives there is collected

    def __init__(self, mta, tree, out, wanted):
        self.mta, self.tree, self.out = mta, Path(tree), Path(out)
        self.settings = rootfs.settings(mta)
        self.scenarios = wanted
        self.log_file = open(rootfs.CACHE / f"{mta}.session.log", "w", buffering=1)
        self.lock = threading.Lock()

    def log(self, text):
        with self.lock:
            self.log_file.write(time.strftime("%H:%M:%S ") + text + "\n")

    def call(self, function, *arguments, check=True, capture=False):
        """Runs a function of mta/<name>.sh in the tree."""
        done = subprocess.run(["chroot", self.tree, "/bin/bash", "-c", '. /lab/mta.sh; "$@"', "lab", function, *arguments],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE if capture else self.log_file,
                              stderr=self.log_file, text=True, timeout=300,
                              env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "HOME": "/root"})
        if check and done.returncode:
            raise SystemExit(f"{self.mta}: {function} {' '.join(arguments)} failed, see {self.log_file.name}")
        return done.stdout if capture else done.returncode

    def version_of(self, scenario):
        """Who wrote the mails of this scenario: the MTA, or the program named by `by`."""
        by = scenario.spec.get("by")
        return self.call("version", by, capture=True).strip() if by else self.version

    # --- the tree's own files
    def furnish(self, world):
        etc = self.tree / "etc"
        (etc / "resolv.conf").write_text(f"nameserver {lab.NAME_SERVER}\noptions timeout:1 attempts:2\n")
        (etc / "hosts").write_text(f"127.0.0.1 localhost\n{lab.MTA_ADDRESS} mail.{lab.SHOP} mail\n")
        (etc / "hostname").write_text(f"mail.{lab.SHOP}\n")
        (etc / "mailname").write_text(f"{lab.SHOP}\n")
        (etc / "nsswitch.conf").write_text("passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n"
                                           "services: files\nprotocols: files\nnetworks: files\n")
        users = self.USERS + sorted(world.homes)
        mine = re.compile(r"^[^:]+:x:5\d\d\d:5000:|^lab-users:")
        people = [f"{user}:x:{5000 + i}:5000:{user.capitalize()}:/home/{user}:/bin/sh" for i, user in enumerate(users)]
        for name, more in (("passwd", people), ("group", ["lab-users:x:5000:"])):
            lines = [line for line in (etc / name).read_text().splitlines() if not mine.match(line)]
            (etc / name).write_text("\n".join(lines + more) + "\n")
        shutil.rmtree(self.tree / "home", ignore_errors=True)
        for i, user in enumerate(users):
            home = self.tree / "home" / user
            home.mkdir(parents=True)
            for name, text in world.homes.get(user, {}).items():
                (home / name).write_text(text)
            for path in (home, *home.iterdir()):
                os.chown(path, 5000 + i, 5000)
                os.chmod(path, 0o755 if path == home else 0o600 if path.name == ".mailfilter" else 0o644)
        var_mail = self.tree / "var/mail"
        for old in var_mail.glob("*") if var_mail.is_dir() else ():
            old.unlink()
        data = self.tree / "lab/data"
        shutil.rmtree(self.tree / "lab", ignore_errors=True)
        data.mkdir(parents=True)
        shutil.copy(HERE / "mta" / f"{self.mta}.sh", self.tree / "lab/mta.sh")
        shutil.copy(rootfs.certificate(), data / "certificate.pem")
        aliases = dict(world.aliases, **{"postmaster": ["root"], "mailer-daemon": ["postmaster"]})
        (data / "aliases").write_text("".join(f"{n}: {', '.join(t)}\n" for n, t in sorted(aliases.items())))
        (data / "virtual").write_text("".join(f"{n} {', '.join(t)}\n" for n, t in sorted(world.virtual.items())))
        # bounce addresses that are not a user's own: signed, rewritten, per recipient
        odd = sorted({s.sender for s in self.scenarios} - {f"{u}@{lab.SHOP}" for u in self.USERS})
        (data / "senders").write_text("".join(f"{n} returns\n" for n in odd if n.endswith("@" + lab.SHOP)))

    def listen_to_syslog(self):
        path = self.tree / "dev/log"
        path.unlink(missing_ok=True)
        log = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        log.bind(str(path))
        path.chmod(0o666)

        def loop():
            while True:
                self.log("syslog " + log.recv(8192).decode("utf-8", "replace").rstrip("\n\0"))
        threading.Thread(target=loop, daemon=True).start()

    # --- sending
    def submit(self, scenario):
        """Hands the mail to the MTA. Returns why not, or None."""
        message = mails.build(scenario)
        how = scenario.spec.get("submit", self.settings["SUBMIT"])
        if how == "cli":
            if scenario.needs:
                return "no DSN options on the command line"
            done = subprocess.run(["chroot", self.tree, "/bin/bash", "-c", '. /lab/mta.sh; submit "$@"', "lab", scenario.sender]
                                  + [r.mailed_to for r in scenario.recipients], input=message,
                                  stdout=self.log_file, stderr=self.log_file, timeout=60,
                                  env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"})
            if done.returncode:         # it may say "no such user" at once, and still write a bounce
                self.log(f"{scenario.id}: sendmail exits with {done.returncode}")
            return None
        client = collect.Client(lab.MTA_ADDRESS, self.log, scenario.sender if how == "auth" else None)
        try:
            return client.send(scenario, message)
        finally:
            client.close()

    def wait(self):
        """Until the queue is empty and no mail has come for a while."""
        quiet_since, seen, began = time.time(), -1, time.time()
        limit = float(self.settings["LIMIT"] or 60)
        while time.time() - began < limit:
            time.sleep(1)
            self.call("kick", check=False)
            count = len(collect.mailbox_files(self))
            queued = int(self.call("queue", check=False, capture=True).strip() or 0)
            if count != seen or queued:
                seen, quiet_since = count, time.time()
            elif time.time() - quiet_since > 3:
                return
        print(f"{self.mta}: after {limit:.0f} s there is still mail in the queue", flush=True)

    def run(self):
        network()
        sh("mount", "--make-rprivate", "/")
        sh("mount", "-t", "proc", "proc", str(self.tree / "proc"))
        spool = self.tree / "lab-spool"
        self.spool = spool
        shutil.rmtree(spool, ignore_errors=True)
        spool.mkdir()
        certificate = rootfs.certificate()
        world = lab.World(self.scenarios, self.settings["MAILBOX"] == "stand-in", str(certificate), str(spool))
        self.furnish(world)
        self.listen_to_syslog()
        dns.serve(lab.NAME_SERVER, world.domains)
        keep = mx.serve(world.hosts.values(), self.log)
        self.version = self.call("version", capture=True).strip()
        results = []
        profiles = [p for p in self.settings["PROFILES"].split() if any(s.profile == p for s in self.scenarios)]
        for number, profile in enumerate(profiles):
            part = [s for s in self.scenarios if s.profile == profile]
            self.log(f"=== profile {profile}: {len(part)} scenarios")
            collect.empty(self)
            self.call("configure", profile)
            self.call("start")
            sent = []
            for scenario in part:
                why = self.submit(scenario)
                if why:
                    print(f"{self.mta}: {scenario.id}: not sent: {why}", flush=True)
                else:
                    sent.append(scenario)
            self.wait()
            self.call("stop", check=False)
            results += collect.sort(self, sent)
        collect.write(self, results)
        del keep


if __name__ == "__main__":
    mta, tree, out, *ids = sys.argv[1:]
    everything = {s.id: s for s in lab.load()}
    turn = Turn(mta, tree, out, [everything[i] for i in ids])
    turn.all_scenarios = {s.id for s in everything.values() if s.wanted_by(mta, turn.settings)}
    turn.run()
