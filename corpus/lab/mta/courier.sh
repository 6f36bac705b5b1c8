# Courier, from Debian.
NAME=Courier
PACKAGES="courier-mta netbase"
SUBMIT=smtp
MAILBOX=maildir
PROFILES="default warn"
LIMIT=90

version() { echo "Courier $(dpkg-query -Wf '${Version}' courier-mta | sed 's/-.*//')"; }

configure() {
    cd /etc/courier
    echo mail.shop.example >me
    echo shop.example >defaultdomain
    printf 'localhost\nshop.example\nmail.shop.example\n' >locals
    echo club.example >hosteddomains
    echo club.example >esmtpacceptmailfor
    rm -rf aliases smtpaccess; mkdir -p aliases smtpaccess
    cat /lab/data/aliases >aliases/system
    awk '{ print $1 ": " $2 }' /lab/data/virtual /lab/data/senders >>aliases/system
    printf '192.0.2\tallow,RELAYCLIENT\n127\tallow,RELAYCLIENT\n' >smtpaccess/default
    echo ./Maildir >maildrop.default
    sed -i 's#^DEFAULTDELIVERY=.*#DEFAULTDELIVERY=./Maildir#' courierd
    sed -i 's#^ESMTP_BLOCKBACKSCATTER.*##; s#^MAXDAEMONS.*#MAXDAEMONS=60#; s#^MAXPERIP.*#MAXPERIP=60#; s#^MAXPERC.*#MAXPERC=60#; s#^BOFHCHECKDNS=.*#BOFHCHECKDNS=0#; s#^ESMTPDSTART=.*#ESMTPDSTART=YES#; s#^TCPDOPTS=.*#TCPDOPTS="-nodnslookup -noidentlookup"#; s#^ADDRESS=.*#ADDRESS=192.0.2.25#' esmtpd
    grep -q '^ADDRESS=' esmtpd || echo ADDRESS=192.0.2.25 >>esmtpd
    echo 'BOFHCHECKDNS=0' >>esmtpd
    printf 'opt BOFHBADMIME=accept\n' >bofh
    echo 192.0.2.25 >ipout
    echo 12s >queuetime
    echo 12s >faxqueuetime
    echo 20s >queuefill
    echo 1s >retryalpha; echo 1 >retrybeta; echo 2s >retrygamma; echo 1 >retrymaxdelta
    [ "$1" = warn ] && echo 3s >warntime || echo 1d >warntime
    for t in esmtptimeoutconnect esmtptimeouthelo esmtptimeout esmtptimeoutdata esmtptimeoutquit; do echo 4s >$t; done
    echo 1s >esmtpdelay
    for u in /home/*; do
        [ -f $u/.forward ] && { sed 's/^/!/' $u/.forward >$u/.courier; chown --reference=$u $u/.courier; chmod 600 $u/.courier; }
        mkdir -p $u/Maildir/{new,cur,tmp}
        chown -R --reference=$u $u/Maildir
        # the part after a "-" is Courier's extension
        [ -f $u/.courier ] || { echo ./Maildir >$u/.courier-default; chown --reference=$u $u/.courier-default; }
    done
    makealiases; makesmtpaccess; makeacceptmailfor; makehosteddomains
    rm -rf /var/lib/courier/msgs/* /var/lib/courier/msgq/*
}

start() {
    mkdir -p /run/courier /run/courier/authdaemon
    chown -R courier:courier /run/courier
    authdaemond start
    courierfilter start
    courier start
    esmtpd start
    sleep 2
}
stop() { esmtpd stop; courier stop; courierfilter stop; authdaemond stop; }
kick() { courier flush; }
queue() { find /var/lib/courier/msgs -type f -name 'C*' 2>/dev/null | wc -l; }
submit() { sendmail -f "$1" "${@:2}"; }
