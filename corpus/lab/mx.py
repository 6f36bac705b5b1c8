"""The scripted receivers: one SMTP (or LMTP) server per address, each playing a provider's MX.

A receiver accepts everything until a script that applies to the session says otherwise. A script is a dict:
    stage      connect | helo | starttls | mail | rcpt | data | end-of-data | quit
    reply      the reply, bytes, lines ended by CRLF; or one of the words below
    match      recipient (rcpt, data, end-of-data), None: every session of this host
Words instead of a reply: "close" (drop the connection), "hang" (say nothing more), "close-after" is a
421 reply followed by the drop, which every 421 gets anyway.
"""
import itertools
import os
import socket
import ssl
import threading

EXTENSIONS = ["PIPELINING", "8BITMIME", "SIZE 35882577", "SMTPUTF8", "ENHANCEDSTATUSCODES"]


ARRIVALS = itertools.count(1)       # one number for each mail that is kept, in any thread


class Gone(Exception):
    """The session is over."""


class Host:
    """What one receiver is and does."""

    def __init__(self, name, address):
        self.name, self.address = name, address
        self.extensions = list(EXTENSIONS)
        self.banner = None
        self.port = 25
        self.lmtp = False
        self.dsn = False            # offers DSN: then the sender's part is "relayed"
        self.scripts = []           # whole-session scripts: connect, helo, starttls, mail
        self.recipients = {}        # address -> list of scripts
        self.certificate = None     # path of a PEM file, for STARTTLS
        self.accepting = True       # False: nothing listens (connection refused)
        self.deaf = False           # True: connections time out
        self.spool = None           # folder for the mails to shop.example that it accepts (kept only where set)

    def session_script(self, stage):
        for script in self.scripts:
            if script["stage"] == stage:
                return script
        return None

    def recipient_script(self, stage, recipient):
        for script in self.recipients.get(recipient.lower(), []):
            if script["stage"] == stage:
                return script
        return None


class Session:
    def __init__(self, host, connection, log):
        self.host, self.socket, self.log = host, connection, log
        self.file = connection.makefile("rb")
        self.recipients = []
        self.sender = None
        self.bdat = b""

    def say(self, data):
        if isinstance(data, str):
            data = data.encode()
        if data == b"close":
            raise Gone
        if data == b"hang":
            self.socket.settimeout(120)
            self.file.read()
            raise Gone
        self.socket.sendall(data)
        self.log(f"{self.host.name} S: {data!r}")
        if data.startswith(b"421"):
            raise Gone

    def read_line(self):
        line = self.file.readline(70000)
        if not line:
            raise Gone
        self.log(f"{self.host.name} C: {line!r}")
        return line

    def run(self):
        script = self.host.session_script("connect")
        if script:
            self.say(script["reply"])
        else:
            self.say(self.host.banner or f"220 {self.host.name} ESMTP ready\r\n")
        refused = script is not None
        while True:
            line = self.read_line().strip()
            verb = line.split(b" ")[0].upper()
            if verb == b"QUIT":
                quit_script = self.host.session_script("quit")
                self.say(quit_script["reply"] if quit_script else "221 2.0.0 closing connection\r\n")
                raise Gone
            if refused:
                self.say("503 5.5.1 bad sequence of commands\r\n")
                continue
            handler = getattr(self, "on_" + verb.decode("ascii", "replace").lower(), None)
            if handler:
                handler(line)
            else:
                self.say("502 5.5.2 command not recognized\r\n")

    def scripted(self, stage):
        script = self.host.session_script(stage)
        if script:
            self.say(script["reply"])
        return script

    # --- commands
    def on_ehlo(self, line):
        if self.scripted("helo"):
            return
        extensions = [self.host.name + " at your service"] + self.host.extensions
        if self.host.certificate and not isinstance(self.socket, ssl.SSLSocket):
            extensions.append("STARTTLS")
        if self.host.session_script("starttls") and "STARTTLS" not in extensions:
            extensions.append("STARTTLS")
        if self.host.dsn:
            extensions.append("DSN")
        self.say("".join(f"250{'-' if i < len(extensions) - 1 else ' '}{e}\r\n" for i, e in enumerate(extensions)))

    on_lhlo = on_ehlo

    def on_helo(self, line):
        if not self.scripted("helo"):
            self.say(f"250 {self.host.name}\r\n")

    def on_starttls(self, line):
        if self.scripted("starttls"):
            return
        if not self.host.certificate:
            return self.say("502 5.5.1 STARTTLS not offered\r\n")
        self.say("220 2.0.0 go ahead\r\n")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.host.certificate)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.file = self.socket.makefile("rb")

    def on_mail(self, line):
        self.recipients, self.bdat = [], b""
        self.sender = line
        if not self.scripted("mail"):
            self.say("250 2.1.0 sender ok\r\n")

    def on_rcpt(self, line):
        address = line.split(b":", 1)[1].strip().split(b">")[0].lstrip(b"<").decode("utf-8", "replace")
        script = self.host.recipient_script("rcpt", address) or self.host.session_script("rcpt")
        if script:
            self.say(script["reply"])
            if script["reply"][:1] == b"2":
                self.recipients.append(address)
            return
        self.recipients.append(address)
        self.say("250 2.1.5 recipient ok\r\n")

    def transaction_script(self, stage):
        for address in self.recipients:
            script = self.host.recipient_script(stage, address)
            if script:
                return script
        return self.host.session_script(stage)

    def on_data(self, line):
        if not self.recipients:
            return self.say("503 5.5.1 no valid recipients\r\n")
        script = self.transaction_script("data")
        if script:
            return self.say(script["reply"])
        self.say("354 go ahead\r\n")
        message = b""
        dropping = self.transaction_script("in-data")
        while True:
            line = self.file.readline(70000)
            if not line:
                raise Gone
            if dropping and len(message) > 50:
                self.say(dropping["reply"])
                raise Gone
            if line in (b".\r\n", b".\n"):
                break
            message += line[1:] if line.startswith(b".") else line
        self.finish(message)

    def on_bdat(self, line):
        words = line.split()
        if not self.recipients:
            self.file.read(int(words[1]))
            return self.say("503 5.5.1 no valid recipients\r\n")
        self.bdat += self.file.read(int(words[1]))
        if words[-1].upper() != b"LAST":
            return self.say("250 2.6.0 chunk received\r\n")
        message, self.bdat = self.bdat, b""
        self.finish(message)

    def finish(self, message):
        if self.host.lmtp:
            for address in self.recipients:
                script = self.host.recipient_script("end-of-data", address)
                self.say(script["reply"] if script else b"250 2.6.0 message accepted\r\n")
            self.recipients = []
            return
        script = self.transaction_script("end-of-data")
        recipients, self.recipients = self.recipients, []
        if script:
            return self.say(script["reply"])
        if self.host.spool and recipients[0].endswith("@shop.example"):
            self.keep(message, recipients)
        self.say("250 2.6.0 message accepted\r\n")

    def keep(self, message, recipients):
        """What a mailbox would hold: the bytes as received, with the return path that final delivery adds."""
        sender = self.sender.split(b":", 1)[1].split(b">")[0].strip().lstrip(b"<")
        path = os.path.join(self.host.spool, f"{next(ARRIVALS):05d}")
        lines = b"Return-Path: <" + sender + b">\n"
        lines += b"Delivered-To: " + recipients[0].encode() + b"\n"
        with open(path + ".tmp", "wb") as out:
            out.write(lines + message.replace(b"\r\n", b"\n"))
        os.rename(path + ".tmp", path)

    def on_rset(self, line):
        self.recipients = []
        self.say("250 2.0.0 reset\r\n")

    def on_noop(self, line):
        self.say("250 2.0.0 ok\r\n")

    def on_vrfy(self, line):
        self.say("252 2.0.0 try it\r\n")


def serve(hosts, log):
    """Listens for every host, in daemon threads. Returns the sockets, which must stay alive."""
    keep = []
    for host in hosts:
        if not host.accepting:
            continue
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host.address, host.port))
        keep.append(listener)
        if host.deaf:
            # A full accept queue: the kernel drops every further SYN, so that connecting times out.
            listener.listen(0)
            for _ in range(3):
                filler = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                filler.setblocking(False)
                filler.connect_ex((host.address, host.port))
                keep.append(filler)
            continue
        listener.listen(64)

        def accept(listener=listener, host=host):
            while True:
                connection, _ = listener.accept()
                connection.settimeout(60)
                threading.Thread(target=talk, args=(host, connection), daemon=True).start()

        def talk(host, connection):
            session = Session(host, connection, log)
            try:
                session.run()
            except (Gone, OSError, ValueError):
                pass
            finally:
                for closing in (session.file, session.socket, connection):
                    try:
                        closing.close()
                    except OSError:
                        pass

        threading.Thread(target=accept, daemon=True).start()
    return keep
