"""What a shop sends to its readers: a magazine of a real one's size, with the header fields that such mails have.

In HTML with a plain version beside it, or in Japanese as plain text. Which sentences an issue is made of depends on the scenario alone.
"""
import base64
import hashlib
from email.message import EmailMessage
from email.policy import SMTP

GOODS = ("a lamp that folds flat", "linen towels in four greys", "a kettle for two", "the oak stool, back in stock", "seeds for a small balcony",
         "a raincoat without seams", "the winter blanket", "bread knives from Seki", "a desk that stands up", "paper that takes ink well",
         "slippers of felted wool", "a bicycle bell that is heard", "glasses for hot tea", "the long umbrella")
PRAISE = ("We have tried it for a season and would not give it back.", "It comes in a box that fits through the letter slot.",
          "Readers of this magazine get it a week before everybody else.", "The maker repairs it for as long as there is a maker.",
          "Nothing on it needs a battery.", "It was out of stock for most of the summer, and we are sorry for that.",
          "Wash it by hand, and it will look the same in ten years.", "A second one costs half, until the end of the month.")
STYLE = "margin:0 0 12px 0;padding:0;font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#333333;"

GOODS_JA = ("折りたたみランプ", "リネンのタオル", "二人用のケトル", "オークのスツール", "ベランダの種", "縫い目のないレインコート", "冬の毛布", "関のパン切り包丁",
            "立ち机", "万年筆の紙", "羊毛の室内履き", "自転車のベル", "耐熱グラス", "長い傘")
PRAISE_JA = ("一季節使ってみましたが、もう手放せません。", "郵便受けに入る箱でお届けします。", "読者の皆さまには一週間早くご案内いたします。",
             "夏のあいだ品切れが続き、ご迷惑をおかけいたしました。", "手洗いすれば十年はそのままです。", "月末まで、二つ目は半額です。")


def number(scenario, *what):
    """A number that depends on the scenario and on these words, and on nothing else."""
    return int(hashlib.sha256("/".join(map(str, (scenario.id, *what))).encode()).hexdigest(), 16)


def pick(scenario, choice, *what):
    return choice[number(scenario, *what) % len(choice)]


def articles(scenario, count, goods, praise):
    """The headline and the sentences of each article."""
    for at in range(count):
        yield pick(scenario, goods, "goods", at), [pick(scenario, praise, "praise", at, line) for line in range(4)]


def header(scenario, mail):
    """The fields that a sender of many mails adds."""
    signature = base64.b64encode(hashlib.sha512(scenario.id.encode()).digest() * 4).decode()
    body_hash = base64.b64encode(hashlib.sha256(scenario.id.encode()).digest()).decode()
    folded = "\n ".join(signature[i:i + 64] for i in range(0, len(signature), 64))
    return [
        ("DKIM-Signature", f"v=1; a=rsa-sha256; c=relaxed/relaxed; d=shop.example; s=m2026;\n h=from:to:subject:list-unsubscribe;\n"
                           f" bh={body_hash};\n b={folded}"),
        ("Reply-To", "Shop Example <hello@shop.example>"),
        ("List-Id", "Shop Example Magazine <magazine.shop.example>"),
        ("List-Unsubscribe", f"<mailto:leave@shop.example?subject={scenario.token}>,\n <https://shop.example/u/{scenario.token}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("Feedback-ID", f"issue{number(scenario, 'issue') % 400}:magazine:shop"),
        ("Precedence", "bulk"),
        ("X-Mailer", "Shop Example Post 4.2"),
        *((name, mail[name]) for name in ("MIME-Version", "Content-Type", "Content-Transfer-Encoding") if mail[name]),
    ]


def english(scenario, count):
    """A plain version, and HTML with tables, styles and links that are followed up."""
    mail = EmailMessage(policy=SMTP.clone(linesep="\n", max_line_length=76))
    plain, html = ["SHOP EXAMPLE MAGAZINE", "=" * 21, ""], []
    for at, (headline, sentences) in enumerate(articles(scenario, count, GOODS, PRAISE)):
        link = f"https://click.shop.example/m/{number(scenario, 'link', at):064x}"[:90]
        plain += [f"{at + 1}. {headline[0].upper()}{headline[1:]}", *sentences, link, ""]
        html.append(f'<tr><td style="{STYLE}" valign="top"><h2 style="{STYLE}font-size:20px;"><a href="{link}" style="color:#1a5276;'
                    f'text-decoration:none;">{headline[0].upper()}{headline[1:]}</a></h2><p style="{STYLE}">' + f'</p><p style="{STYLE}">'.join(sentences)
                    + f'</p><img src="https://img.shop.example/{number(scenario, "image", at) % 10**12}.jpg" width="560" height="315" alt="" '
                    f'style="display:block;border:0;"></td></tr>')
    plain += ["You get this because you asked for it in our shop.", f"Leave: https://shop.example/u/{scenario.token}"]
    mail.set_content("\n".join(plain) + "\n", charset="utf-8", cte="quoted-printable")
    mail.add_alternative('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Shop Example Magazine</title></head>'
                         '<body style="margin:0;padding:0;background:#f4f4f0;"><table role="presentation" width="600" align="center">\n'
                         + "\n".join(html) + f'\n</table><p style="{STYLE}">© Shop Example · You get this because you asked for it in our shop. '
                         f'<a href="https://shop.example/u/{scenario.token}">Leave</a></p></body></html>\n',
                         subtype="html", charset="utf-8", cte="quoted-printable")
    mail.set_boundary(f"=_issue_{scenario.token}")
    return "New in the shop – and what is back", mail


def japanese(scenario, count):
    """Plain text between rules, as mail magazines are there."""
    mail = EmailMessage(policy=SMTP.clone(linesep="\n"))
    rule = "━" * 32
    lines = [rule, "　ショップ例　メールマガジン", rule, ""]
    for at, (headline, sentences) in enumerate(articles(scenario, count, GOODS_JA, PRAISE_JA)):
        lines += [f"■ {at + 1}．{headline}", *sentences, f"　http://shop.example/m/{number(scenario, 'link', at) % 10**9}", "", "─" * 32, ""]
    lines += ["※このメールは、当店でご登録いただいた方にお送りしております。", f"　配信停止：http://shop.example/u/{scenario.token}", rule]
    mail.set_content("\n".join(lines) + "\n", charset="iso-2022-jp", cte="7bit")
    return "【ショップ例】今月のお知らせ", mail


def magazine(scenario):
    """Subject, header fields and body."""
    if scenario.body == "magazine-japanese":
        charset = "iso-2022-jp"
        subject, mail = japanese(scenario, 30)
    else:
        charset = "utf-8"
        subject, mail = english(scenario, 90 if scenario.body == "magazine-long" else 16)
    encoded = base64.b64encode(subject.encode(charset)).decode()
    body = mail.as_bytes().split(b"\n\n", 1)[1]
    return f"=?{charset.upper()}?B?{encoded}?=", header(scenario, mail), body
