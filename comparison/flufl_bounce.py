"""Times flufl.bounce over mails: arguments are paths; prints one JSON object."""

import email
import importlib.metadata
import json
import sys
import time
import warnings

from flufl.bounce import all_failures

warnings.simplefilter("ignore")
mails = [open(path, "rb").read() for path in sys.argv[1:]]


def read(mail):
    try:
        _, permanent = all_failures(email.message_from_bytes(mail))
        return bool(permanent)
    except Exception:  # A mail that it can't read is one that it does not answer.
        return False


def read_all():
    return sum(map(read, mails))


read_all()
start = time.perf_counter()
answers = read_all()
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "answers": answers, "version": importlib.metadata.version("flufl.bounce")}))
