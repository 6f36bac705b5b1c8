"""The mails that the shop sends: one small body for each purpose, and its magazine."""
import base64
import email.utils

from magazine import magazine

PLAIN = """\
Hello,

thank you for your order. It has left our warehouse today and should reach
you within three days.

Shop Example
"""

JAPANESE = "こんにちは\n\nご注文の商品を本日発送いたしました。到着までしばらくお待ちください。\n\nショップ例\n"


def build(scenario, extra_headers=()):
    """The mail as bytes, lines ended by LF."""
    recipients = [r.mailed_to for r in scenario.recipients]
    order = scenario.token[-3:]
    headers = [
        ("Date", email.utils.formatdate(localtime=False)),
        ("From", "Shop Example <" + ("orders@shop.example" if "=" in scenario.sender else scenario.sender) + ">"),
        ("To", ",\n ".join(scenario.spec.get("header_to", recipients))),
        ("Message-ID", f"<order-{scenario.token}@shop.example>"),
        ("Subject", scenario.spec.get("subject", f"Your order {order} is on its way")),
        ("MIME-Version", "1.0"),
    ]
    body = PLAIN.encode()
    kind = ("Content-Type", "text/plain; charset=us-ascii")
    if scenario.body == "iso-2022-jp":
        body = JAPANESE.encode("iso-2022-jp")
        kind = ("Content-Type", "text/plain; charset=ISO-2022-JP")
        subject = base64.b64encode("ご注文の発送について".encode("iso-2022-jp")).decode()
        headers[4] = ("Subject", f"=?ISO-2022-JP?B?{subject}?=")
    elif scenario.body == "utf-8":
        body = JAPANESE.encode()
        kind = ("Content-Type", "text/plain; charset=utf-8")
        headers[4] = ("Subject", f"Your order {order} ご注文の発送")
    elif scenario.body == "html":
        body = b"<html><body><p>Hello,</p>\n<p>thank you for your order.</p></body></html>\n"
        kind = ("Content-Type", "text/html; charset=us-ascii")
    elif scenario.body == "large":
        body = b"".join(b"Item %04d: a small thing in a large box, delivered to your door.\n" % i for i in range(150))
    elif scenario.body == "newsletter":
        headers += [("List-Id", "Shop Example news <news.shop.example>"), ("Precedence", "bulk"),
                    ("List-Unsubscribe", f"<https://shop.example/u/{scenario.token}>")]
    elif scenario.body.startswith("magazine"):
        headers[1] = ("From", "Shop Example Magazine <magazine@shop.example>")
        subject, more, body = magazine(scenario)
        headers[4:] = [("Subject", subject)] + more
        kind = None
    elif scenario.body in ("program", "infected"):
        # a Windows program that is none, or words that only the lab's own scanner takes for a virus
        content, name = (b"MZ" + bytes(200), "invoice.exe") if scenario.body == "program" else (b"lab-virus-signature\n", "invoice.txt")
        kind = ("Content-Type", 'multipart/mixed; boundary="part"')
        body = (f'--part\nContent-Type: text/plain\n\nPlease see the invoice.\n\n--part\nContent-Type: application/octet-stream; name="{name}"\n'
                f'Content-Disposition: attachment; filename="{name}"\nContent-Transfer-Encoding: base64\n\n').encode() \
            + base64.encodebytes(content) + b"\n--part--\n"
    elif scenario.body == "gtube":      # what SpamAssassin takes for spam, by agreement
        body += b"\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\n"
    elif scenario.body == "two-subjects":
        headers.append(("Subject", "Second thoughts"))
    if kind:
        headers.append(kind)
    headers += extra_headers
    if scenario.body in ("utf-8",):
        headers.append(("Content-Transfer-Encoding", "8bit"))
    return "".join(f"{n}: {v}\n" for n, v in headers).encode() + b"\n" + body
