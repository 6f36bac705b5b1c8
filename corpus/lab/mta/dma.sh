# dma, the DragonFly Mail Agent, from Debian: no daemon, mails come from the command line only.
# It tries for five days; the lab makes the queue files look that old instead of waiting.
NAME=dma
PACKAGES="dma"
SUBMIT=cli
MAILBOX=mbox
PROFILES="default smarthost"
LIMIT=60

version() { echo "dma $(dpkg-query -Wf '${Version}' dma | sed 's/-.*//')"; }

configure() {
    mkdir -p /etc/dma /var/spool/dma
    cat >/etc/dma/dma.conf <<END
MAILNAME shop.example
END
    [ "$1" = smarthost ] && echo 'SMARTHOST smarthost.relay.example' >>/etc/dma/dma.conf
    cp /lab/data/aliases /etc/aliases
    : >/etc/dma/auth.conf
    rm -f /var/spool/dma/[QM]*
}

start() { date +%s >/lab/data/started; }
stop() { :; }
kick() {
    # 8 seconds after the start, whatever is still queued has been tried once or twice: make it old
    if [ $(($(date +%s) - $(cat /lab/data/started))) -gt 12 ]; then
        find /var/spool/dma -name 'M*' -exec touch -d '6 days ago' {} +
        find /var/spool/dma -name 'Q*' -exec touch -d '6 days ago' {} +
    fi
    dma -q1 &
}
queue() { find /var/spool/dma -name 'Q*' | wc -l; }
submit() { dma -f "$1" -- "${@:2}"; }
