"""Reads scenarios/*.toml and works out what the world looks like: domains, receivers, local users, mails, truth.

The words of a scenario are described in README.md, the receivers' states in STATES.md.
"""
import hashlib
import re
import tomllib
from pathlib import Path

from mx import Host

HERE = Path(__file__).parent
MTA_ADDRESS = "192.0.2.25"          # the sending server
NAME_SERVER = "192.0.2.53"
SHOP = "shop.example"               # the sending domain; its server is mail.shop.example
NAMES = ("aiko daniel elena farid greta hanako ivan jonas keiko leila marta noor oskar paula "
         "quentin rosa sven tomoko ulla victor wanda yuki zoe").split()


def token(scenario_id):
    """A short word that stands for the scenario in addresses and Message-IDs, and tells nothing about it."""
    digest = hashlib.sha256(scenario_id.encode()).digest()
    letters = "bcdfghjkmnpqrstvwxz"
    return "".join(letters[b % len(letters)] for b in digest[:4]) + str(100 + digest[5] % 900)


def states():
    """The vocabulary: the first column of the tables in STATES.md."""
    return set(re.findall(r"^\| `([a-z0-9-]+)`", (HERE / "STATES.md").read_text(), re.M))


def crlf(text):
    return "".join(line + "\r\n" for line in text.strip("\n").split("\n")).encode()


class Recipient:
    """One address that we write to, and what becomes of it."""

    def __init__(self, scenario, spec, number):
        self.scenario, self.spec = scenario, spec
        get = lambda key, default=None: spec.get(key, scenario.spec.get(key, default))
        word = token(scenario.id)
        name = NAMES[int(hashlib.sha256(f"{scenario.id}/{number}".encode()).hexdigest(), 16) % len(NAMES)]
        self.domain = get("domain", SHOP)
        local = get("local") or f"{name}.{word}" + (str(number) if number else "")
        self.failed_at = spec.get("address") or f"{local}@{self.domain}"
        self.mailed_to = self.failed_at
        self.forward = get("forward")           # alias | dotforward | virtual | None
        if self.forward:
            near = spec.get("near") or f"{NAMES[(len(local) * 7) % len(NAMES)]}-{word}" + (str(number) if number else "")
            self.mailed_to = near + "@" + ("club.example" if self.forward == "virtual" else SHOP)
        self.home = get("home")                 # files of a local receiver
        if self.home is not None:
            local = self.mailed_to.split("@")[0] if self.forward else name + "-" + word
            self.mailed_to = f"{local}@{SHOP}"
            if not self.forward:
                self.failed_at = self.mailed_to
            self.home = {file: text.replace("{user}", local).replace("{target}", self.failed_at)
                         for file, text in self.home.items()}
        self.state = get("state")
        self.stage = get("stage")
        self.outcome = get("outcome", "failed")
        self.notify = get("notify")
        self.orcpt = get("orcpt")
        self.at = get("mx")                     # the receiver's host name
        reply = get("reply")
        if reply == "none":                     # undo the reply of the group
            reply = None
        self.script = None
        self.reply = self.status = self.said = None
        if reply in ("close", "hang"):
            self.script = {"stage": self.stage, "reply": reply.encode()}
        elif reply is not None:
            text = reply.strip("\n")
            for key, value in {"to": self.failed_at, "local": self.failed_at.rsplit("@", 1)[0],
                               "domain": self.failed_at.rsplit("@", 1)[-1], "ip": MTA_ADDRESS,
                               "from": scenario.sender, "from_domain": SHOP, "host": self.at or "",
                               "id": word.upper() + "7x"}.items():
                text = text.replace("{" + key + "}", value)
            self.script = {"stage": self.stage, "reply": crlf(text)}
            self.reply, self.status, self.said = read_reply(text)
        for key in ("reply_code", "status", "said"):
            if key in spec:
                setattr(self, "reply" if key == "reply_code" else key, spec[key])

    def truth(self, outcome):
        at = self.mailed_to if outcome == "expanded" else self.failed_at
        row = {"mailed_to": self.mailed_to, "failed_at": at, "state": self.state, "stage": self.stage,
               "reply": self.reply, "status": self.status, "said": self.said, "outcome": outcome}
        if self.forward:
            row["forward"] = self.forward
        if "provider" in self.spec:             # else it is the scenario's
            row["provider"] = self.spec["provider"]
        return row

    @property
    def transient(self):
        """The sender tries again until it gives up."""
        if self.scenario.spec.get("retried") is not None:
            return self.scenario.spec["retried"]
        return (self.reply or 0) // 100 == 4


def read_reply(text):
    """Reply code, enhanced status and text that a script says, as RFC 5321 joins lines."""
    lines = text.split("\n")
    code = int(lines[0][:3]) if lines[0][:3].isdigit() else None
    words, status = [], None
    for line in lines:
        rest = line[4:].strip()
        found = re.match(r"#?([245]\.\d{1,3}\.\d{1,3})(?=\s|$)", rest)
        if found:
            status = status or found.group(1)
            rest = rest[found.end():].strip()
        if rest:
            words.append(rest)
    return code, status, " ".join(words)


class Scenario:
    def __init__(self, spec, defaults, path):
        self.spec = {**defaults, **spec}
        self.id = spec["id"]
        self.path = path
        self.provider = self.spec.get("provider")
        self.sender = self.spec.get("from", "orders@" + SHOP).replace("{token}", token(self.id))
        self.profile = self.spec.get("profile", "default")
        self.mtas = ["all"] if self.spec.get("core") else self.spec.get("mta", ["postfix"])
        self.body = self.spec.get("body", "plain")
        self.token = token(self.id)
        self.recipients = [Recipient(self, to, i) for i, to in enumerate(self.spec.get("to", [{}]))]
        self.kind = self.spec.get("kind")

    def wanted_by(self, mta, settings):
        if mta in self.spec.get("not", []):
            return False
        if settings["RETRIES"] == "no" and any(
                r.transient or r.stage in ("dns", "connect") for r in self.recipients):
            return False
        return mta in self.mtas or ("all" in self.mtas and settings["CORE"] != "no")

    @property
    def needs(self):
        """SMTP extensions that the sender must offer to us."""
        needs = set()
        if any(r.notify or r.orcpt for r in self.recipients) or "ret" in self.spec or "envid" in self.spec:
            needs.add("DSN")
        if self.spec.get("smtputf8"):
            needs.add("SMTPUTF8")
        return needs


def load():
    known, scenarios = states(), {}
    for path in sorted((HERE / "scenarios").glob("*.toml")):
        data = tomllib.loads(path.read_text())
        defaults = {k: v for k, v in data.items() if k not in ("scenario", "group")}
        groups = data.get("group", []) + ([{"scenario": data["scenario"]}] if "scenario" in data else [])
        for group in groups:
            shared = {**defaults, **{k: v for k, v in group.items() if k != "scenario"}}
            for spec in group["scenario"]:
                scenario = Scenario(spec, shared, path.name)
                if scenario.id in scenarios:
                    raise SystemExit(f"{path.name}: two scenarios named {scenario.id}")
                for recipient in scenario.recipients:
                    if recipient.state not in known:
                        raise SystemExit(f"{path.name}: {scenario.id}: state {recipient.state!r} is not in STATES.md")
                scenarios[scenario.id] = scenario
    return list(scenarios.values())


SESSION_STAGES = ("connect", "helo", "starttls", "mail", "quit")


class World:
    """The part of the world that a set of scenarios needs."""

    def __init__(self, scenarios, receive_at_stand_in=False, certificate=None, spool=None):
        self.hosts, self.domains, self.owner = {}, {}, {}
        self.aliases, self.homes, self.virtual = {}, {}, {}
        self.certificate = certificate
        self.next_address = 0
        for scenario in scenarios:
            for recipient in scenario.recipients:
                self.add(scenario, recipient)
        mx = [(10, "mail." + SHOP)]
        self.domains["mail." + SHOP] = {"a": [MTA_ADDRESS]}
        self.domains["club.example"] = {"mx": list(mx), "a": [MTA_ADDRESS]}
        if receive_at_stand_in:
            inbound = self.host("inbound." + SHOP)
            inbound.spool = spool
            mx = [(10, inbound.name)]
        self.domains[SHOP] = {"mx": mx, "a": [MTA_ADDRESS]}
        self.domains["localhost"] = {"a": ["127.0.0.1"]}
        self.domains["25.2.0.192.in-addr.arpa"] = {"ptr": ["mail." + SHOP]}
        smarthost = self.host("smarthost.relay.example")
        if receive_at_stand_in:
            smarthost.spool = spool
        for scenario in scenarios:
            if scenario.spec.get("via_smarthost"):
                for recipient in scenario.recipients:
                    self.script(smarthost, scenario, recipient)

    def address(self):
        ranges = ["203.0.113.", "198.51.100."]
        which, last = divmod(self.next_address, 250)
        self.next_address += 1
        return ranges[which] + str(last + 2)

    def host(self, name):
        if name not in self.hosts:
            host = self.hosts[name] = Host(name, self.address())
            self.domains[name] = {"a": [host.address]}
        return self.hosts[name]

    def add(self, scenario, recipient):
        spec = {**scenario.spec, **recipient.spec}
        domain = recipient.failed_at.rsplit("@", 1)[-1].encode("idna").decode() if "@" in recipient.failed_at else SHOP
        if recipient.forward == "alias":
            self.aliases.setdefault(recipient.mailed_to.split("@")[0], []).append(recipient.failed_at)
        elif recipient.forward == "dotforward":
            self.homes[recipient.mailed_to.split("@")[0]] = {".forward": recipient.failed_at + "\n"}
        elif recipient.forward == "virtual":
            self.virtual.setdefault(recipient.mailed_to, []).append(recipient.failed_at)
        if recipient.home is not None:
            self.homes[recipient.mailed_to.split("@")[0]] = recipient.home
        if recipient.forward == "alias":
            self.aliases[recipient.mailed_to.split("@")[0]] += spec.get("also_to", [])
        for other, exchanger in spec.get("uses", {}).items():       # domains of further members, which take everything
            self.domains.setdefault(other, {"mx": [(10, self.host(exchanger).name)]})
        dns = spec.get("dns")
        if dns:
            self.domains[domain] = self.odd_domain(dns, domain)
            if dns == "mx-cname":
                self.script(self.host("real-mx." + domain), scenario, recipient)
            return
        if not recipient.at or domain in (SHOP, "club.example"):
            return
        exchangers = [recipient.at] if isinstance(recipient.at, str) else list(recipient.at)
        wanted = [(10 * (i + 1), name) for i, name in enumerate(exchangers)]
        known = self.domains.setdefault(domain, {"mx": wanted})
        if known["mx"] != wanted:
            raise SystemExit(f"{scenario.id}: {domain} already has other mail exchangers ({known['mx']})")
        for name in exchangers:
            host = self.host(name)
            if not scenario.spec.get("via_smarthost"):
                self.script(host, scenario, recipient)

    def script(self, host, scenario, recipient):
        spec = {**scenario.spec, **recipient.spec}
        for key, value in spec.get("host", {}).items():
            if key == "extensions":
                host.extensions = list(value)
            elif key == "certificate":
                host.certificate = self.certificate
            elif key == "banner":
                host.banner = value + "\r\n"
            else:
                setattr(host, key, value)
        if "by_host" in spec:           # several exchangers, each with words of its own
            for name, reply in spec["by_host"].items():
                if name == host.name:
                    script = {"stage": recipient.stage, "reply": crlf(reply)}
                    self.attach(host, scenario, recipient, script)
        elif recipient.script:
            self.attach(host, scenario, recipient, recipient.script)

    def attach(self, host, scenario, recipient, script):
        if script["stage"] in SESSION_STAGES:
            owner = self.owner.setdefault((host.name, script["stage"]), scenario.id)
            if owner != scenario.id:
                raise SystemExit(f"{scenario.id}: {host.name} already plays {owner} at {script['stage']}")
            if script not in host.scripts:
                host.scripts.append(script)
        else:
            host.recipients.setdefault(recipient.failed_at.lower(), []).append(script)

    def odd_domain(self, dns, domain):
        if dns in ("servfail", "timeout", "refused", "lame"):
            return {"fail": dns}
        if dns == "null-mx":
            return {"mx": [(0, ".")], "a": [self.address()]}
        if dns == "no-mx-no-a":
            return {"txt": ["nothing here"]}
        if dns == "mx-unknown":
            return {"mx": [(10, "gone." + domain)]}
        if dns == "mx-timeout":
            self.domains["mx." + domain] = {"fail": "timeout"}
            return {"mx": [(10, "mx." + domain)]}
        if dns == "mx-cname":
            host = self.host("real-mx." + domain)
            self.domains["mx." + domain] = {"cname": host.name}
            return {"mx": [(10, "mx." + domain)]}
        if dns == "mx-localhost":
            return {"mx": [(10, "localhost")]}
        if dns == "mx-self":
            return {"mx": [(10, "mail." + SHOP)]}
        if dns == "unreachable":        # no route leads there
            self.domains["mx." + domain] = {"a": ["192.0.2.200"]}
            return {"mx": [(10, "mx." + domain)]}
        if dns == "no-route":
            self.domains["mx." + domain] = {"a": ["192.0.2.210"]}
            return {"mx": [(10, "mx." + domain)]}
        if dns == "nxdomain":
            return {"fail": "nxdomain"}
        raise SystemExit(f"{domain}: unknown dns = {dns!r}")
