#!/usr/bin/env python3
"""Renders criterion's results as docs/benchmarks.md and docs/benchmarks.svg.

    cargo bench --bench classify
    cargo bench --bench instructions -- --profile target/profile
    python3 benches/render.py

Standard library only. CARGO_TARGET_DIR is minded.
"""

import datetime
import json
import os
import pathlib
import platform
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
KINDS = {"report": "standard report", "free-text": "free text", "complaint": "complaint", "ordinary": "ordinary mail"}
SIZES = {"100-kb-in-text": "100 kB, in the text of a notice", "100-kb": "100 kB", "1-mb": "1 MB", "10-mb": "10 MB", "25-mb": "25 MB"}


def results():
    """Every result by its full name: (median nanoseconds, mails, bytes)."""
    found = {}
    for path in (TARGET / "criterion").rglob("new/benchmark.json"):
        name = json.loads(path.read_text())
        estimates = json.loads((path.parent / "estimates.json").read_text())
        amount = (name.get("throughput") or {}).get("ElementsAndBytes") or {"elements": 1, "bytes": 0}
        found[name["full_id"]] = (estimates["median"]["point_estimate"], amount["elements"], amount["bytes"])
    return found


def duration(nanoseconds):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "| --- |" + " ---: |" * (len(header) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def pairs(found, group, names):
    """Ours beside the floor's, for each name that was measured."""
    for key, name in names.items():
        ours, floor = found.get(f"{group}/mailbounce/{key}"), found.get(f"{group}/mail-parser/{key}")
        if ours and floor:
            yield name, ours, floor


def page(found):
    parts = [
        "# Benchmarks\n",
        f"Made by `cargo bench --bench classify` and `python3 benches/render.py` on {datetime.date.today()}: medians on "
        f"{platform.machine()}, {os.cpu_count()} cores, {rustc()}. Believe the ratios: both sides ran in the same "
        "run. The floor is mail-parser 0.11's own full parse of the same bytes, without any of what a bounce means.\n",
        "![Time a mail, beside mail-parser](benchmarks.svg)\n",
        "## Mails of the corpus, by kind\n",
        table(
            ["kind", "mails", "mailbounce, a mail", "mail-parser, a mail", "ratio", "mails a second", "MB a second"],
            [
                [name, f"{m:,}", duration(t / m), duration(f / m), f"{t / f:.2f}", f"{m / t * 1e9:,.0f}", f"{size / t * 1e3:,.0f}"]
                for name, (t, m, size), (f, _, _) in pairs(found, "mails", KINDS)
            ],
        ),
        *instructions(),
        "## Returned messages of some size\n",
        "The report or the notice comes first and the body of what is returned is not read, so the size costs next to nothing.\n",
        table(
            ["mail", "mailbounce", "mail-parser", "ratio"],
            [
                [name, duration(t), duration(f), f"{t / f:.4f}"]
                for name, (t, _, _), (f, _, _) in pairs(found, "large-original", SIZES)
            ],
        ),
        "## SMTP replies\n",
        table(
            ["replies", "a reply", "a byte"],
            [
                [name, duration(t / n), f"{t / size:.1f} ns"]
                for key, name in (("100", "100 bytes"), ("200", "200 bytes"), ("400", "400 bytes"), ("rule-samples", "samples of our rules"))
                if (result := found.get(f"replies/{key}"))
                for t, n, size in [result]
            ],
        ),
        "## Rules of one's own\n",
    ]
    none = found.get("own-rules/0")
    rules = [(count, found.get(f"own-rules/{count}")) for count in (0, 1_000, 10_000)]
    parts.append(
        table(
            ["own rules", "a mail", "change"],
            [[f"{count:,}", duration(r[0] / r[1]), f"{(r[0] / none[0] - 1) * 100:+.1f} %"] for count, r in rules if r and none],
        )
    )
    if first := found.get("cold/first-call"):
        parts += ["## The first call\n", f"{duration(first[0])} in a new process, with all tables built on the way.\n"]
    hostile = sorted(((k.split("/", 1)[1], v) for k, v in found.items() if k.startswith("hostile/")), key=lambda kv: -kv[1][0])
    if hostile:
        parts += [
            "## Hostile mails\n",
            "Each aims at one way in which a reader can be slow, deep or greedy (benches/support/hostile.rs); dearest first.\n",
            table(["mail", "size", "time"], [[k, f"{size / 1e6:.1f} MB", duration(t)] for k, (t, _, size) in hostile]),
        ]
    return "\n".join(parts)


def instructions():
    """What callgrind counted over the same mails: no noise, but no caches and no memory either."""
    counted = TARGET / "profile" / "kinds.json"
    if not counted.exists():
        return []
    rows = json.loads(counted.read_text())
    total = {key: sum(row[key] for row in rows) for key in ("mails", "mailbounce", "mail-parser")}
    return [
        "In instructions, which a busy machine can't change (`cargo bench --bench instructions -- --profile target/profile`):\n",
        table(
            ["kind", "mails", "mailbounce, a mail", "mail-parser, a mail", "ratio"],
            [
                [
                    KINDS.get(row.get("kind"), "all"),
                    f"{row['mails']:,}",
                    f"{row['mailbounce'] / row['mails']:,.0f}",
                    f"{row['mail-parser'] / row['mails']:,.0f}",
                    f"{row['mailbounce'] / row['mail-parser']:.2f}",
                ]
                for row in [*rows, total]
            ],
        ),
    ]


def rustc():
    return subprocess.run(["rustc", "--version"], capture_output=True, text=True).stdout.split(" (")[0].strip() or "rustc"


def chart(found):
    """Grouped bars: microseconds a mail by kind, ours and the floor's."""
    rows = [(name, t / m / 1e3, f / m / 1e3) for name, (t, m, _), (f, _, _) in pairs(found, "mails", KINDS)]
    most = max(max(row[1:]) for row in rows)
    left, width, line = 150, 420, 52
    height = 60 + line * len(rows)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {height}" font-family="system-ui, sans-serif" font-size="14">',
        "<title>Microseconds a mail: mailbounce and mail-parser</title>",
        f'<rect width="680" height="{height}" fill="#fff"/>',
        '<rect x="150" y="14" width="12" height="12" fill="#2f6f4f"/><text x="168" y="25" fill="#222">mailbounce, all of it</text>',
        '<rect x="340" y="14" width="12" height="12" fill="#b9b9b9"/><text x="358" y="25" fill="#222">mail-parser, the parse alone</text>',
    ]
    for at, (name, ours, floor) in enumerate(rows):
        top = 46 + at * line
        out.append(f'<text x="{left - 10}" y="{top + 23}" text-anchor="end" fill="#222">{name}</text>')
        for y, value, colour in ((top, ours, "#2f6f4f"), (top + 19, floor, "#b9b9b9")):
            length = max(1, value / most * width)
            out.append(f'<rect x="{left}" y="{y}" width="{length:.1f}" height="16" fill="{colour}"/>')
            out.append(f'<text x="{left + length + 6:.1f}" y="{y + 13}" fill="#222">{value:.3g} µs</text>')
    return "\n".join([*out, "</svg>"]) + "\n"


def main():
    found = results()
    if not any(key.startswith("mails/") for key in found):
        raise SystemExit(f"no results under {TARGET / 'criterion'}: cargo bench --bench classify")
    docs = ROOT / "docs"
    docs.mkdir(exist_ok=True)
    (docs / "benchmarks.md").write_text(page(found))
    (docs / "benchmarks.svg").write_text(chart(found))
    print(f"written: {docs / 'benchmarks.md'}, {docs / 'benchmarks.svg'}")


if __name__ == "__main__":
    main()
