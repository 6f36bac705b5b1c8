# Sendmail, from Debian, with a configuration made by its own m4 macros. Bounces arrive in an mbox (mail.local).
NAME=Sendmail
PACKAGES="sendmail-bin sendmail-cf m4 sensible-mda procmail make"
SUBMIT=smtp
MAILBOX=mbox
PROFILES="default warn smarthost"
LIMIT=120

version() { echo "Sendmail $(sendmail -d0.1 -bt </dev/null 2>/dev/null | sed -n 's/^Version //p')"; }

configure() {
    mkdir -p /etc/mail /var/spool/mqueue /var/spool/mqueue-client /run/sendmail/mta
    chmod 755 /etc/mail /run/sendmail /run/sendmail/mta
    cat >/etc/mail/sendmail.mc <<'END'
divert(-1)
divert(0)dnl
include(`/usr/share/sendmail/cf/m4/cf.m4')dnl
VERSIONID(`lab')dnl
OSTYPE(`debian')dnl
DOMAIN(`debian-mta')dnl
undefine(`confHOST_STATUS_DIRECTORY')dnl
define(`ALIAS_FILE', `/etc/mail/aliases')dnl
define(`confDOMAIN_NAME', `mail.shop.example')dnl
define(`confTO_IDENT', `0')dnl
define(`confTO_ICONNECT', `3s')dnl
define(`confTO_CONNECT', `3s')dnl
define(`confTO_INITIAL', `5s')dnl
define(`confTO_HELO', `5s')dnl
define(`confTO_MAIL', `5s')dnl
define(`confTO_RCPT', `5s')dnl
define(`confTO_DATAINIT', `5s')dnl
define(`confTO_DATAFINAL', `5s')dnl
define(`confTO_RESOLVER_RETRANS', `1')dnl
define(`confTO_RESOLVER_RETRY', `2')dnl
define(`confTO_QUEUERETURN', `12s')dnl
define(`confMIN_QUEUE_AGE', `1s')dnl
define(`confBIND_OPTS', `-DNSRCH -DEFNAMES')dnl
define(`confPRIVACY_FLAGS', `')dnl
define(`confCON_EXPENSIVE', `False')dnl
define(`confDELIVERY_MODE', `background')dnl
define(`confQUEUE_LA', `200')dnl
define(`confREFUSE_LA', `200')dnl
define(`confMAX_DAEMON_CHILDREN', `60')dnl
define(`confCONNECTION_RATE_THROTTLE', `0')dnl
FEATURE(`use_cw_file')dnl
FEATURE(`accept_unresolvable_domains')dnl
FEATURE(`accept_unqualified_senders')dnl
FEATURE(`promiscuous_relay')dnl
FEATURE(`virtusertable', `hash -o /etc/mail/virtusertable')dnl
FEATURE(`local_procmail', `/usr/bin/procmail', `procmail -t -Y -a $h -d $u')dnl
DAEMON_OPTIONS(`Family=inet, Name=MTA, Port=smtp, Addr=192.0.2.25')dnl
CLIENT_OPTIONS(`Family=inet, Address=192.0.2.25')dnl
MAILER(`local')dnl
MAILER(`smtp')dnl
END
    case $1 in
    warn) sed -i "s/^define(.confTO_QUEUERETURN.*/&\ndefine(\`confTO_QUEUEWARN', \`3s')dnl/" /etc/mail/sendmail.mc ;;
    *) sed -i "s/^define(.confTO_QUEUERETURN.*/&\ndefine(\`confTO_QUEUEWARN', \`1h')dnl/" /etc/mail/sendmail.mc ;;
    esac
    [ "$1" = smarthost ] && sed -i "s/^MAILER(.local.*/define(\`SMART_HOST', \`smarthost.relay.example')dnl\n&/" /etc/mail/sendmail.mc
    printf 'shop.example\nmail.shop.example\nclub.example\n' >/etc/mail/local-host-names
    cp /lab/data/aliases /etc/mail/aliases
    awk '{ print $1 "\t" $2 }' /lab/data/virtual /lab/data/senders >/etc/mail/virtusertable
    m4 /etc/mail/sendmail.mc >/etc/mail/sendmail.cf
    chmod 644 /etc/mail/*
    makemap hash /etc/mail/virtusertable </etc/mail/virtusertable
    newaliases
    rm -rf /var/spool/mqueue/*
}

start() { sendmail -bd -q2s; sleep 1; }
stop() { kill $(head -1 /run/sendmail/mta/sendmail.pid); }
kick() { :; }
queue() { find /var/spool/mqueue -name 'qf*' | wc -l; }
submit() { sendmail -Am -f "$1" -- "${@:2}"; }
