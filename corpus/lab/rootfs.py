"""A private Debian 12 tree for each MTA: they cannot be installed side by side, and the machine stays as it was."""
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

CACHE = Path(os.environ.get("MAILBOUNCE_LAB_CACHE", "/var/cache/mailbounce-lab"))
HERE = Path(__file__).parent
MIRROR = os.environ.get("MAILBOUNCE_LAB_MIRROR", "http://deb.debian.org/debian")


def quiet(command, log, **more):
    with open(log, "ab") as out:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, **more)
    if done.returncode:
        raise SystemExit(f"failed: {' '.join(map(str, command))} (see {log})")


TOOLS = {"debootstrap": "debootstrap debian-archive-keyring", "openssl": "openssl", "ip": "iproute2", "unshare": "util-linux"}


def tools(log):
    """What the machine itself needs."""
    missing = [package for tool, packages in TOOLS.items() if not shutil.which(tool) for package in packages.split()]
    if missing:
        print(f"installing {' '.join(missing)} ...", flush=True)
        quiet(["apt-get", "update"], log)
        quiet(["apt-get", "install", "-y", "--no-install-recommends"] + missing, log)


def base():
    """The tree that all others are copies of."""
    tree, log = CACHE / "base", CACHE / "base.log"
    CACHE.mkdir(parents=True, exist_ok=True)
    if (CACHE / "base.done").exists():
        return tree
    tools(log)
    print("making the base tree (debootstrap) ...", flush=True)
    shutil.rmtree(tree, ignore_errors=True)
    quiet(["debootstrap", "--variant=minbase", "--include=ca-certificates,netbase", "bookworm", tree, MIRROR], log)
    # Debian's security archive, where the host knows it too; the MTAs then have their current patches
    (tree / "etc/apt/sources.list").write_text(
        f"deb {MIRROR} bookworm main\ndeb {MIRROR} bookworm-updates main\n"
        f"deb {MIRROR}-security bookworm-security main\n")
    # services must not start while packages are being installed
    (tree / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (tree / "usr/sbin/policy-rc.d").chmod(0o755)
    # a machine behind a proxy has its own certificates
    for bundle in {os.environ.get("NODE_EXTRA_CA_CERTS"), os.environ.get("SSL_CERT_FILE")} - {None}:
        shutil.copy(bundle, tree / "etc/ssl/certs/lab-host-ca.pem")
    (CACHE / "base.done").touch()
    return tree


def certificate():
    """A certificate that nobody trusts, for the receivers and for senders that want one."""
    path = CACHE / "stand-in.pem"
    if not path.exists():
        key, crt = CACHE / "stand-in.key", CACHE / "stand-in.crt"
        quiet(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=untrusted.example",
               "-keyout", key, "-out", crt], CACHE / "base.log")
        path.write_text(crt.read_text() + key.read_text())
    return path


def settings(mta):
    """The variables at the top of mta/<name>.sh."""
    script = f"set -e; . {HERE}/mta/{mta}.sh; for v in NAME PACKAGES SUBMIT MAILBOX PROFILES LIMIT CORE RETRIES; do printf '%s=%s\\n' $v \"${{!v-}}\"; done"
    out = subprocess.run(["bash", "-c", script], check=True, capture_output=True, text=True).stdout
    return dict(line.split("=", 1) for line in out.splitlines())


def tree(mta, fresh=False):
    """The tree with the MTA installed (kept between runs, rebuilt when its list of packages or its install step changes)."""
    base_tree = base()
    where, log = CACHE / mta, CACHE / f"{mta}.log"
    script = (HERE / "mta" / f"{mta}.sh").read_text()
    recipe = settings(mta)["PACKAGES"] + script.split("install()", 1)[-1].split("\n}", 1)[0] if "install()" in script \
        else settings(mta)["PACKAGES"]
    mark = CACHE / f"{mta}.done"
    recipe = hashlib.sha256(recipe.encode()).hexdigest()
    if not fresh and mark.exists() and mark.read_text() == recipe:
        return where
    print(f"{mta}: installing {settings(mta)['PACKAGES']} ...", flush=True)
    mark.unlink(missing_ok=True)
    shutil.rmtree(where, ignore_errors=True)
    quiet(["cp", "-a", "--reflink=auto", base_tree, where], log)
    shutil.copy("/etc/resolv.conf", where / "etc/resolv.conf")
    shutil.copy("/etc/hosts", where / "etc/hosts")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive", LC_ALL="C", PATH="/usr/sbin:/usr/bin:/sbin:/bin", HOME="/root")
    for name in ("NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"):
        if name in environment:
            environment[name] = "/etc/ssl/certs/lab-host-ca.pem"
    environment.pop("SSL_CERT_DIR", None)
    prefix = ["unshare", "--mount", "--pid", "--uts", "--fork", "--kill-child", "bash", "-ec",
              'hostname mail.shop.example; mount -t proc proc "$0/proc"; root=$0; exec chroot "$root" "$@"', where]
    quiet(prefix + ["apt-get", "update"], log, env=environment)
    quiet(prefix + ["apt-get", "install", "-y", "--no-install-recommends"] + settings(mta)["PACKAGES"].split(), log, env=environment)
    if "install()" in script:
        (where / "lab").mkdir(exist_ok=True)
        shutil.copy(HERE / "mta" / f"{mta}.sh", where / "lab/mta.sh")
        quiet(prefix + ["bash", "-ec", ". /lab/mta.sh; install"], log, env=environment)
    mark.write_text(recipe)
    return where
