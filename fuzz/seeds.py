#!/usr/bin/env python3
"""Writes a target's seeds from the corpus and from what was found before: seeds.py TARGET FOLDER.

Mails longer than libFuzzer's -max_len are cut: it would cut them anyway.
"""

import hashlib
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONGEST = 4096


def mails():
    for path in sorted((ROOT / "corpus").rglob("*.eml")):
        yield path.read_bytes().replace(b"\r\n", b"\n")


def seeds_of_classify():
    for mail in mails():
        yield mail
        # The returned message is often most of a mail: its parts alone reach further in fewer bytes.
        if len(mail) > LONGEST and b"\n\n" in mail:
            header, body = mail.split(b"\n\n", 1)
            keep = re.compile(rb"^(from|to|subject|content-|auto-|return-path|x-failed|mime)", re.I)
            short = b"\n".join(f for f in re.split(rb"\n(?![ \t])", header) if keep.match(f))
            yield short + b"\n\n" + body


def seeds_of_reply():
    literal = re.compile(r'"((?:[45]\d\d[ -]|[45]\.\d\.\d)[^"\n]{8,})"')
    for path in sorted((ROOT / "src").rglob("*.rs")):
        for number, text in enumerate(literal.findall(path.read_text(encoding="utf-8"))):
            yield bytes([number % 6, number % 9]) + text.encode()
    field = re.compile(rb"^Diagnostic-Code:[^;\n]*;((?:.*\n[ \t])*.*)", re.I | re.M)
    for number, mail in enumerate(mails()):
        for text in field.findall(mail):
            yield bytes([number % 6, number % 9]) + text.strip()


def seeds_of_dsn_fields():
    part = re.compile(rb"^content-type:\s*message/[a-z-]*delivery-status.*?\n\n(.*?)\n--", re.I | re.M | re.S)
    for mail in mails():
        yield from part.findall(mail)


def seeds_of_return_path():
    for mail in mails():
        for address in re.findall(rb"[\w.+=*/#-]{1,64}@[\w.-]{1,80}", mail)[:8]:
            yield address
    for text in (
        "SRS0=HHHH=TT=example.com=neko@forward.example",
        "SRS1=HHHH=first.example==HHHH=TT=example.com=neko@second.example",
        "prvs=0123456789=neko@example.com",
        "prvs=neko/0123456789@example.com",
        "msprvs1=17654abcdefgh=bounces-123-456@example.com",
        "bounces+SRS=abcde=FG@news.example",
        "bounces+neko=example.com@news.example",
        "b-neko=example.com@b.example",
        "neko+caf_=forward=y.example@example.com",
        '"a b"@example.com',
        "猫@例え.jp",
        "neko@[192.0.2.1]",
    ):
        yield text.encode()


def seeds_of_structured():
    for number in range(64):
        yield hashlib.shake_256(b"%d" % number).digest(64 + 16 * number)


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    found = sorted((ROOT / "tests" / "regressions" / target).glob("*"))
    seeds = {seed[:LONGEST] for seed in globals()[f"seeds_of_{target}"]()} | {path.read_bytes() for path in found}
    for seed in seeds:
        (folder / f"seed-{hashlib.sha1(seed).hexdigest()[:16]}").write_bytes(seed)


if __name__ == "__main__":
    main()
