"""Handing mails in by SMTP, finding what came back, and writing it down with the truth beside it."""
import base64
import json
import re
import shutil
import socket
import ssl
from pathlib import Path


class Client:
    """Just enough of an SMTP client to say DSN and SMTPUTF8 options, and to see every reply."""

    def __init__(self, address, log, user=None):
        self.log = log
        self.socket = socket.create_connection((address, 587 if user else 25), timeout=60)
        self.file = self.socket.makefile("rb")
        self.reply()
        if user:
            self.say("EHLO app.shop.example")
            self.say("STARTTLS")
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            self.socket = context.wrap_socket(self.socket)
            self.file = self.socket.makefile("rb")
            self.say("EHLO app.shop.example")
            self.say("AUTH PLAIN " + base64.b64encode(f"\0{user}\0lab".encode()).decode())

    def reply(self):
        lines = []
        while True:
            line = self.file.readline()
            lines.append(line)
            if not line or line[3:4] != b"-":
                break
        self.log(f"submission S: {b''.join(lines)!r}")
        return b"".join(lines).decode("utf-8", "replace")

    def say(self, command):
        self.log(f"submission C: {command!r}")
        self.socket.sendall(command.encode() + b"\r\n")
        return self.reply()

    def send(self, scenario, message):
        """Returns why the mail was not taken, or None."""
        offered = self.say("EHLO app.shop.example").upper()
        missing = [need for need in scenario.needs if need not in offered]
        if missing:
            return "the MTA does not offer " + ", ".join(missing)
        spec = scenario.spec
        options = ""
        if "8BITMIME" in offered and any(byte > 127 for byte in message):
            options += " BODY=8BITMIME"
        if spec.get("smtputf8"):
            options += " SMTPUTF8"
        if "ret" in spec:
            options += f" RET={spec['ret']}"
        if "envid" in spec:
            options += f" ENVID={spec['envid'].replace('{token}', scenario.token)}"
        answer = self.say(f"MAIL FROM:<{scenario.sender}>{options}" + (" XVERP" if spec.get("xverp") else ""))
        if not answer.startswith("2"):
            return answer.strip()
        taken = 0
        for recipient in scenario.recipients:
            more = ""
            if recipient.notify:
                more += f" NOTIFY={recipient.notify}"
            if recipient.orcpt:
                more += f" ORCPT=rfc822;{recipient.orcpt}"
            answer = self.say(f"RCPT TO:<{recipient.mailed_to}>{more}")
            if answer.startswith("2"):
                taken += 1
        if taken < len(scenario.recipients):
            return answer.strip()
        answer = self.say("DATA")
        if not answer.startswith("3"):
            return answer.strip()
        lines = message.replace(b"\n.", b"\n..").replace(b"\n", b"\r\n")
        self.socket.sendall(lines + b".\r\n")
        answer = self.reply()
        return None if answer.startswith("2") else answer.strip()

    def close(self):
        try:
            self.say("QUIT")
        except OSError:
            pass
        self.socket.close()


# --- finding

def split_mbox(data):
    """The mails of an mbox file, without the From_ line that the mbox adds."""
    parts = re.split(rb"(?:\A|\n)(?=From [^\n]* \d\d:\d\d:\d\d [^\n]*\n)", data)
    return [part.split(b"\n", 1)[1].rstrip(b"\n") + b"\n" for part in parts if part.startswith(b"From ")]


def mailbox_files(turn):
    """Every mail in the shop's mailboxes, in order of arrival: (time, bytes)."""
    found = []
    kind = turn.settings["MAILBOX"]
    if kind == "stand-in":
        for path in Path(turn.spool).iterdir():
            if not path.name.endswith(".tmp"):
                found.append((path.stat().st_mtime_ns, path.name, path.read_bytes()))
    elif kind == "maildir":
        for path in (path for user in turn.USERS for path in (turn.tree / "home" / user).glob("Maildir/new/*")):
            found.append((path.stat().st_mtime_ns, path.name, path.read_bytes()))
    elif kind == "mbox":
        for path in (turn.tree / "var/mail" / user for user in turn.USERS):
            if path.is_file():
                for i, mail in enumerate(split_mbox(path.read_bytes())):
                    found.append((path.stat().st_mtime_ns, f"{path.name}{i:05d}", mail))
    else:
        raise SystemExit(f"MAILBOX={kind!r}?")
    return sorted(found)


def empty(turn):
    for folder in (turn.tree / "home").glob("*/Maildir"):
        shutil.rmtree(folder) if folder.is_dir() else folder.unlink()
    if (turn.tree / "var/mail").is_dir():
        for path in (turn.tree / "var/mail").glob("*"):
            path.unlink()
    for path in Path(turn.spool).iterdir():
        path.unlink()


def notice(mail, scenario):
    """The part of a mail before our own message comes back in it."""
    for mark in (b"Message-ID: <order-" + scenario.token.encode(), b"Message-Id: <order-" + scenario.token.encode()):
        at = mail.find(mark)
        if at > 0:
            # our header begins a few lines earlier; its To: line would name every recipient
            start = max(mail.rfind(mark_, 0, at) for mark_ in (b"message/rfc822", b"rfc822-headers", b"\n\nFrom: ", b"\n\nReceived:",
                        b"\nReturn-path: ", b"global"))
            return mail[:start if start > 0 else at]
    return mail


RECIPIENT_FIELD = re.compile(r"^(?:final|original|x-actual)-recipient:.*(?:\n[ \t].*)*", re.M)


def names(mail, recipient):
    """Does the notice report on this recipient (by any of its addresses)?

    Where it has the fields of a delivery report, only they count: a transcript may speak of other recipients too."""
    text = mail.decode("utf-8", "replace").lower()
    fields = "\n".join(RECIPIENT_FIELD.findall(text))
    return any(address.lower() in (fields or text) for address in (recipient.mailed_to, recipient.failed_at))


def is_original(mail, scenario):
    """Our own mail, delivered to one of our own mailboxes (a copy, a success): no bounce."""
    top = mail.split(b"\n\n", 1)[0]
    return re.search(rb"(?im)^message-id:\s*<order-" + scenario.token.encode() + b"@", top) is not None


def sort(turn, scenarios):
    """Finds the scenario of every mail, and what the mail is about: (scenario, mail, kind, truth)."""
    heaps = {s.id: [] for s in scenarios}
    for _, _, mail in mailbox_files(turn):
        owner = [s for s in scenarios if re.search(rb"\b" + s.token.encode() + rb"\b", mail)] \
            or [s for s in scenarios if any(names(mail, r) for r in s.recipients)]
        if not owner:
            print(f"{turn.mta}: a mail that belongs to no scenario: {mail[:300]!r}", flush=True)
        elif is_original(mail, owner[0]):
            turn.log(f"{owner[0].id}: our own mail arrived")
        else:
            heaps[owner[0].id].append(mail)
    results = []
    for scenario in scenarios:
        heap = heaps[scenario.id]
        wanted = scenario.spec.get("mails")
        if not heap and wanted != 0:
            print(f"{turn.mta}: {scenario.id}: no mail came back", flush=True)
        if heap and wanted == 0:
            print(f"{turn.mta}: {scenario.id}: a mail came back, and none should", flush=True)
        about = []
        for mail in heap:
            text = notice(mail, scenario)
            about.append([r for r in scenario.recipients if r.outcome != "taken"
                          and (len(scenario.recipients) == 1 or names(text, r))])
        reports = []
        for i, mail in enumerate(heap):
            truth = []
            for recipient in about[i]:
                outcome = recipient.outcome
                # What is tried again is reported as delayed, until the last mail that names it.
                if outcome == "failed" and recipient.transient and any(recipient in later for later in about[i + 1:]):
                    outcome = "delayed"
                truth.append(recipient.truth(outcome))
            if not truth:
                print(f"{turn.mta}: {scenario.id}: mail {i + 1} names none of the recipients", flush=True)
            reports.append((mail, truth))
        # The same file names in every run: ordered by the first recipient that a mail names, then by arrival.
        order = sorted(range(len(heap)), key=lambda i: (scenario.recipients.index(about[i][0]) if about[i] else 99, i))
        for number, (mail, truth) in enumerate(reports[i] for i in order):
            outcomes = {t["outcome"] for t in truth}
            kind = scenario.kind or ("failure" if "failed" in outcomes else "delay" if "delayed" in outcomes else "delivered")
            results.append((scenario, number, mail, kind, truth))
    return results


def write(turn, results):
    """The mails, one file each, and ORIGINS.jsonl. Files of earlier runs of the same scenarios, or of scenarios that are no more, go away."""
    folder = turn.out / turn.mta
    folder.mkdir(parents=True, exist_ok=True)
    origins = folder / "ORIGINS.jsonl"
    ran = {s.id for s in turn.scenarios}
    kept = []
    if origins.exists():
        for line in origins.read_text().splitlines():
            entry = json.loads(line)
            if entry["scenario"] in ran or entry["scenario"] not in turn.all_scenarios:
                (folder / entry["file"]).unlink(missing_ok=True)
            else:
                kept.append(entry)
    for scenario, i, mail, kind, truth in results:
        name = scenario.id + (f"-{i + 1}" if i else "") + ".eml"
        (folder / name).write_bytes(mail)
        kept.append({"file": name, "made": "lab", "by": turn.version_of(scenario), "scenario": scenario.id, "provider": scenario.provider,
                     "kind": kind, "profile": scenario.profile, "truth": truth})
    kept.sort(key=lambda entry: (entry["scenario"], entry["file"]))
    origins.write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in kept))
    print(f"{turn.mta}: {len(results)} mails of {len(ran)} scenarios, by {turn.version}", flush=True)
