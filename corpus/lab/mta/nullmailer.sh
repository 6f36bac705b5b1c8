# nullmailer, from Debian: it hands everything to a smarthost, and its bounces too; the lab's own receiver
# plays the mailbox that they end in.
NAME=nullmailer
PACKAGES="nullmailer"
SUBMIT=cli
MAILBOX=stand-in
PROFILES="smarthost"
LIMIT=90
CORE=no                 # the scenarios for every MTA are not for it: it never speaks to a provider

version() { echo "nullmailer $(dpkg-query -Wf '${Version}' nullmailer | sed 's/^[0-9]*://; s/-.*//')"; }

configure() {
    mkdir -p /etc/nullmailer
    cd /etc/nullmailer
    echo mail.shop.example >me
    echo shop.example >defaultdomain
    : >adminaddr
    echo mail.shop.example >helohost
    echo "smarthost.relay.example smtp" >remotes
    echo 1 >pausetime
    echo 2 >maxpause
    echo 5 >sendtimeout
    echo 12 >queuelifetime
    rm -f /var/spool/nullmailer/{queue,tmp,failed}/* 2>/dev/null
    chown -R mail:mail /var/spool/nullmailer 2>/dev/null
    [ -p /var/spool/nullmailer/trigger ] || { mkfifo /var/spool/nullmailer/trigger; chown mail:mail /var/spool/nullmailer/trigger; chmod 622 /var/spool/nullmailer/trigger; }
}

start() {
    setpriv --reuid=mail --regid=mail --init-groups nullmailer-send >>/var/log/nullmailer.log 2>&1 &
    echo $! >/run/nullmailer.pid
}
stop() { kill $(cat /run/nullmailer.pid); }
kick() { :; }
queue() { find /var/spool/nullmailer/queue -type f | wc -l; }
submit() { sendmail -f "$1" "${@:2}"; }
