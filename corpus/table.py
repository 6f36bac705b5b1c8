#!/usr/bin/env python3
"""Writes the tables of corpus/README.md from the ORIGINS.jsonl files; with --check, fails if they are not what it would write."""
import collections
import json
import pathlib
import sys

CORPUS = pathlib.Path(__file__).parent
BEGIN, END = '<!-- table -->\n', '<!-- end -->\n'


def mails():
    """(part, writer or kind, origin) of every mail."""
    for origins in sorted(CORPUS.glob('*/*/ORIGINS.jsonl')):
        for line in origins.read_text(encoding='utf-8').splitlines():
            yield origins.parent.parent.name, origins.parent.name, json.loads(line)


def tables():
    parts, kinds = collections.Counter(), collections.Counter()
    by_provider = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    writers = collections.Counter()
    for part, folder, origin in mails():
        parts[part] += 1
        kinds[part, origin['kind']] += 1
        if part == 'hand-built':
            writers[folder] += 1
        if part != 'lab-made':
            continue
        for truth in origin['truth']:
            provider = truth.get('provider') or origin.get('provider') or '(others)'
            by_provider[provider][truth['state']][folder] += 1
    names = sorted({kind for _, kind in kinds})
    out = ['| part | mails | ' + ' | '.join(names) + ' |', '| --- ' * (len(names) + 2) + '|']
    for part in sorted(parts):
        out.append(f'| {part} | {parts[part]} | ' + ' | '.join(str(kinds[part, name] or '') for name in names) + ' |')
    out += ['', '### Made by the lab: provider, cause, mail servers', '', '| provider | what it did | mails by server |', '| --- | --- | --- |']
    for provider in sorted(by_provider):
        for state in sorted(by_provider[provider]):
            servers = by_provider[provider][state]
            out.append(f'| {provider} | {state} | ' + ', '.join(f'{name} {servers[name]}' for name in sorted(servers)) + ' |')
    out += ['', '### Built by hand: writers', '', ', '.join(f'{name} {count}' for name, count in sorted(writers.items())) + '.', '']
    return '\n'.join(out)


def main():
    readme = CORPUS / 'README.md'
    text = readme.read_text(encoding='utf-8')
    head, _, rest = text.partition(BEGIN)
    tail = rest.partition(END)[2]
    made = f'{head}{BEGIN}\n{tables()}\n{END}{tail}'
    if '--check' in sys.argv:
        if made != text:
            sys.exit('corpus/README.md is not up to date: run corpus/table.py')
        return
    readme.write_text(made, encoding='utf-8')


if __name__ == '__main__':
    main()
