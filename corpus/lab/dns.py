"""The lab's name server: answers for the zones of the scenarios, and misbehaves where a scenario says so.

A domain maps to a dict:
    {"a": ["203.0.113.5"], "mx": [(10, "mx.host.example")], "cname": "other.example", "txt": [...]}
    {"fail": "servfail" | "refused" | "timeout" | "lame" | "nxdomain"}
        answers that are no answers. The MTAs take us for their resolver, and what a resolver says about a zone
        whose servers do not know it (lame) is SERVFAIL too.
A name that is not listed does not exist (NXDOMAIN), unless a listed name lies below it.
"""
import socket
import struct
import threading

A, NS, CNAME, SOA, PTR, MX, TXT, AAAA, ANY = 1, 2, 5, 6, 12, 15, 16, 28, 255
RCODE = {"ok": 0, "servfail": 2, "nxdomain": 3, "refused": 5}


def encode_name(name):
    out = b""
    for label in name.strip(".").split("."):
        if label:
            out += bytes([len(label)]) + label.encode("latin-1")
    return out + b"\0"


def decode_name(packet, at):
    labels = []
    while packet[at]:
        length = packet[at]
        labels.append(packet[at + 1:at + 1 + length].decode("latin-1").lower())
        at += 1 + length
    return ".".join(labels), at + 1


def record(name, kind, data, ttl=60):
    return encode_name(name) + struct.pack("!HHIH", kind, 1, ttl, len(data)) + data


class Zones:
    def __init__(self, domains):
        self.domains = {name.lower().strip("."): what for name, what in domains.items()}

    def failing(self, name):
        """The failure of the name itself or of a domain above it."""
        labels = name.split(".")
        for i in range(len(labels)):
            what = self.domains.get(".".join(labels[i:]))
            if what and "fail" in what:
                return what["fail"]
        return None

    def answer(self, name, kind):
        """(rcode, answers, authority) for one question."""
        records, seen = [], set()
        while True:
            what = self.domains.get(name)
            if what is None:
                below = any(other.endswith("." + name) for other in self.domains)
                return RCODE["ok" if below or records else "nxdomain"], records
            if "cname" in what and kind != CNAME and name not in seen:
                seen.add(name)
                records.append(record(name, CNAME, encode_name(what["cname"])))
                name = what["cname"].lower()
                continue
            break
        if kind in (A, ANY):
            records += [record(name, A, socket.inet_aton(a)) for a in what.get("a", [])]
        if kind in (MX, ANY):
            records += [record(name, MX, struct.pack("!H", p) + encode_name(h)) for p, h in what.get("mx", [])]
        if kind in (PTR, ANY):
            records += [record(name, PTR, encode_name(h)) for h in what.get("ptr", [])]
        return RCODE["ok"], records

    def reply(self, query):
        """The whole answer packet, or None to say nothing."""
        if len(query) < 17:
            return None
        ident, flags, questions = struct.unpack("!HHH", query[:6])
        name, end = decode_name(query, 12)
        kind = struct.unpack("!H", query[end:end + 2])[0]
        question = query[12:end + 4]
        failure = self.failing(name)
        if failure == "timeout":
            return None
        authority, records = [], []
        if failure:
            rcode = RCODE["servfail" if failure == "lame" else failure]
        else:
            rcode, records = self.answer(name, kind)
        if not records and not failure:
            soa = encode_name("ns.lab.example") + encode_name("hostmaster.lab.example") + struct.pack("!5I", 1, 60, 60, 60, 60)
            authority = [record(name.split(".", 1)[-1], SOA, soa)]
        head = struct.pack("!HHHHHH", ident, 0x8080 | 0x0400 | (flags & 0x0100) | rcode, 1, len(records), len(authority), 0)
        return head + question + b"".join(records + authority)


def serve(address, domains):
    """Answers on UDP and TCP port 53 of the address, in daemon threads."""
    zones = Zones(domains)
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind((address, 53))
    tcp = socket.create_server((address, 53))

    def on_udp():
        while True:
            query, peer = udp.recvfrom(4096)
            answer = zones.reply(query)
            if answer:
                udp.sendto(answer, peer)

    def on_tcp():
        while True:
            connection, _ = tcp.accept()
            with connection:
                connection.settimeout(2)
                try:
                    size = connection.recv(2)
                    if len(size) == 2:
                        answer = zones.reply(connection.recv(struct.unpack("!H", size)[0]))
                        if answer:
                            connection.sendall(struct.pack("!H", len(answer)) + answer)
                except OSError:
                    pass

    for loop in (on_udp, on_tcp):
        threading.Thread(target=loop, daemon=True).start()
