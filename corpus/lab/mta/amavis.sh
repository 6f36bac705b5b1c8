# Postfix with amavisd-new as its content filter: the bounces are amavis's own.
NAME=amavisd-new
PACKAGES="postfix amavisd-new spamassassin file"
SUBMIT=smtp
MAILBOX=maildir
PROFILES="default"
LIMIT=60
CORE=no                 # the scenarios for every MTA are not for it

version() {
    case ${1-} in
    postfix) echo "Postfix $(postconf -hd mail_version)" ;;
    *) echo "amavisd-new $(dpkg-query -Wf '${Version}' amavisd-new | sed 's/^[0-9]*://; s/-[^-]*$//')" ;;
    esac
}

configure() {
    cat >/etc/postfix/main.cf <<END
compatibility_level = 3.6
myhostname = mail.shop.example
mydomain = shop.example
myorigin = shop.example
mydestination = shop.example, mail.shop.example, localhost
mynetworks = 127.0.0.0/8, 192.0.2.0/24
inet_interfaces = 192.0.2.25, 127.0.0.1
inet_protocols = ipv4
smtp_bind_address =
maillog_file = /var/log/postfix.log
alias_maps =
alias_database =
smtpd_relay_restrictions = permit_mynetworks, reject
home_mailbox = Maildir/
content_filter = smtp:[127.0.0.1]:10024
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
maximal_queue_lifetime = 20s
END
    cp /usr/share/postfix/master.cf.dist /etc/postfix/master.cf
    postconf -M "postlog/unix-dgram=postlog unix-dgram n - n - 1 postlogd"
    postconf -M "127.0.0.1:10025/inet=127.0.0.1:10025 inet n - n - - smtpd -o content_filter="
    postconf -F '*/*/chroot = n'
    rm -rf /var/spool/postfix/{deferred,active,incoming,maildrop}/*
    cat >/etc/amavis/conf.d/50-user <<'END'
use strict;
$myhostname = 'mail.shop.example';
$mydomain = 'shop.example';
@local_domains_maps = ( ["."] );
$inet_socket_port = 10024;
@mynetworks = qw( 127.0.0.0/8 );
@bypass_virus_checks_maps = (0);
@bypass_spam_checks_maps = (0);
$final_virus_destiny = D_BOUNCE;
$final_banned_destiny = D_BOUNCE;
$final_spam_destiny = D_BOUNCE;
$final_bad_header_destiny = D_BOUNCE;
$allowed_header_tests{'long'} = 1;
$sa_kill_level_deflt = 10;
$sa_dsn_cutoff_level = 5000;
$sa_local_tests_only = 1;
$sa_spam_subject_tag = undef;
@viruses_that_fake_sender_maps = ( [ qr'.'=>0 ] );
$virus_quarantine_to = undef; $banned_quarantine_to = undef; $spam_quarantine_to = undef; $bad_header_quarantine_to = undef;
@av_scanners = ( ['lab-scanner', '/lab/data/scanner', '{}', [0], [1], qr/^infected (\S+)/m ] );
@av_scanners_backup = ();
$enable_db = 0; $enable_zmq = 0;
$max_servers = 2;
1;
END
    cat >/lab/data/scanner <<'END'
#!/bin/sh
grep -rq 'lab-virus-signature' "$@" && { echo "infected Lab.Test.Virus"; exit 1; }
exit 0
END
    chmod 755 /lab/data/scanner
}

start() {
    mkdir -p /run/amavis && chown amavis:amavis /run/amavis
    amavisd-new -P /run/amavis/amavisd.pid start >/var/log/amavis.log 2>&1 || amavisd >/var/log/amavis.log 2>&1
    for i in 1 2 3 4 5 6 7 8 9 10; do
        (exec 3<>/dev/tcp/127.0.0.1/10024) 2>/dev/null && break
        sleep 1
    done
    postfix start
}
stop() { postfix stop; kill $(cat /run/amavis/amavisd.pid); }
kick() { :; }
queue() { find /var/spool/postfix/{maildrop,incoming,active,deferred} -type f 2>/dev/null | wc -l; }
submit() { sendmail -f "$@"; }
