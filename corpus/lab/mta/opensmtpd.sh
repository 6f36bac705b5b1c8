# OpenSMTPD, from Debian.
NAME=OpenSMTPD
PACKAGES="opensmtpd"
SUBMIT=smtp
MAILBOX=maildir
PROFILES="default warn"
LIMIT=220

version() { echo "OpenSMTPD $(smtpd -h 2>&1 | sed -n 's/^version: OpenSMTPD //p')"; }

configure() {
    cat >/etc/smtpd.conf <<END
table aliases file:/lab/data/aliases
table virtuals file:/lab/data/virtuals
# Its resolver waits 75 s for a name server that does not answer: a warning must still come well before the end.
queue ttl $([ "$1" = warn ] && echo 100s || echo 15s)
bounce warn-interval $([ "$1" = warn ] && echo 3s || echo 1000d)
smtp max-message-size 50M
listen on 192.0.2.25 port 25 hostname mail.shop.example
listen on socket
action "home" maildir "%{user.directory}/Maildir" alias <aliases>
action "virtual" maildir "%{user.directory}/Maildir" virtual <virtuals>
action "outside" relay helo mail.shop.example src 192.0.2.25
match from any for domain { "shop.example", "mail.shop.example" } action "home"
match from any for domain "club.example" action "virtual"
match from any for any action "outside"
END
    echo mail.shop.example >/etc/mailname
    sed 's/^\([^ ]*\) /\1: /' /lab/data/virtual >/lab/data/virtuals
    [ -s /lab/data/virtuals ] || echo 'nobody@club.example: returns' >/lab/data/virtuals
    chmod 644 /lab/data/*
    rm -rf /var/spool/smtpd/queue/* /var/spool/smtpd/incoming/* /var/spool/smtpd/purge/* /var/spool/smtpd/temporary/* /var/spool/smtpd/offline/*
}

start() { smtpd; sleep 1; }
stop() {
    # it has no command for this, and keeps no pid file; in here all smtpd are ours
    for p in /proc/[0-9]*; do [ "$(cat $p/comm)" = smtpd ] && kill ${p#/proc/}; done
    sleep 1
}
kick() { smtpctl schedule all; }
queue() { smtpctl show queue | wc -l; }
submit() { sendmail -f "$1" "${@:2}"; }
