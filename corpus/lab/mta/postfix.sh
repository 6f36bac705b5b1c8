# Postfix, from Debian.
NAME=Postfix
PACKAGES="postfix postfix-pcre"
SUBMIT=smtp             # how mails are handed in: smtp (to 192.0.2.25:25) or cli
MAILBOX=maildir         # where bounces end up: maildir, mbox or stand-in (the lab's own receiver)
PROFILES="default warn soft-bounce no-original-recipient japanese headers-only smarthost tls lmtp"
LIMIT=60                # seconds until the queue must be empty

version() { echo "Postfix $(postconf -hd mail_version)"; }

configure() {
    rm -f /etc/postfix/main.cf
    cat >/etc/postfix/main.cf <<END
compatibility_level = 3.6
myhostname = mail.shop.example
mydomain = shop.example
myorigin = shop.example
mydestination = shop.example, mail.shop.example, localhost
mynetworks = 127.0.0.0/8, 192.0.2.0/24
inet_interfaces = 192.0.2.25
inet_protocols = ipv4
smtp_bind_address = 192.0.2.25
maillog_file = /dev/stdout
home_mailbox = Maildir/
recipient_delimiter = +
alias_maps = texthash:/lab/data/aliases.map
alias_database =
virtual_alias_domains = club.example
virtual_alias_maps = texthash:/lab/data/virtual, texthash:/lab/data/senders
smtp_connect_timeout = 3s
smtp_helo_timeout = 4s
smtp_mail_timeout = 4s
smtp_rcpt_timeout = 4s
smtp_data_init_timeout = 4s
smtp_data_done_timeout = 4s
smtp_destination_concurrency_failed_cohort_limit = 0
smtp_connection_cache_on_demand = no
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
maximal_queue_lifetime = 8s
bounce_queue_lifetime = 8s
disable_vrfy_command = yes
smtputf8_enable = yes
smtpd_authorized_verp_clients = \$mynetworks
smtpd_relay_restrictions = permit_mynetworks, reject
notify_classes =
END
    cp /usr/share/postfix/master.cf.dist /etc/postfix/master.cf
    # aliases for texthash: "name target"
    sed 's/^\([^:]*\): /\1 /' /lab/data/aliases >/lab/data/aliases.map
    postconf -M "postlog/unix-dgram=postlog unix-dgram n - n - 1 postlogd"
    postconf -e maillog_file=/var/log/postfix.log
    postconf -F '*/*/chroot = n'
    case $1 in
    warn) postconf -e delay_warning_time=2s ;;
    soft-bounce) postconf -e soft_bounce=yes ;;
    no-original-recipient) postconf -e enable_original_recipient=no ;;
    headers-only) postconf -e bounce_size_limit=2000 ;;
    smarthost) postconf -e 'relayhost=[smarthost.relay.example]' ;;
    tls) postconf -e smtp_tls_security_level=verify smtp_tls_CAfile=/etc/ssl/certs/ca-certificates.crt ;;
    lmtp) postconf -e 'transport_maps=inline:{club-lmtp.example=lmtp:inet:lmtp.club-lmtp.example:24}' ;;
    japanese) postconf -e bounce_template_file=/lab/data/bounce.cf; japanese_template >/lab/data/bounce.cf ;;
    esac
    rm -rf /var/spool/postfix/deferred/* /var/spool/postfix/active/* /var/spool/postfix/incoming/*
}

japanese_template() {
    cat <<END
failure_template = <<EOT
Charset: utf-8
From: MAILER-DAEMON (メール配送システム)
Subject: 配信できませんでした
Postmaster-Subject: Postmaster Copy: Undelivered Mail

このメールは \$myhostname のメール配送システムから自動的にお送りしています。

お送りいただいたメールは、下記の宛先に配信できませんでした。
お心当たりのない場合は、管理者 (postmaster) までお問い合わせください。

                   メール配送システム
EOT

delay_template = <<EOT
Charset: utf-8
From: MAILER-DAEMON (メール配送システム)
Subject: 配信が遅れています

このメールは \$myhostname のメール配送システムから自動的にお送りしています。

お送りいただいたメールは、まだ配信できていません。再送は続けています。
再度お送りいただく必要はありません。

                   メール配送システム
EOT
END
}

start() { postfix start; }
stop() { postfix stop; }
kick() { :; }
queue() { find /var/spool/postfix/{maildrop,incoming,active,deferred} -type f 2>/dev/null | wc -l; }
submit() { sendmail -f "$@"; }
