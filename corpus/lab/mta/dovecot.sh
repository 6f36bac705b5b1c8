# Postfix with Dovecot's delivery agent and Sieve behind it, and the programs that answer for absent people:
# vacation, procmail with formail, maildrop's mailbot. What comes back is written by these, not by Postfix.
NAME=Dovecot
PACKAGES="postfix dovecot-core dovecot-sieve vacation procmail maildrop"
SUBMIT=smtp
MAILBOX=maildir
PROFILES="default"
LIMIT=60
CORE=no                 # the scenarios for every MTA are not for it

version() {
    case ${1-} in
    "") echo "Dovecot $(dovecot --version | cut -d' ' -f1)" ;;
    postfix) echo "Postfix $(postconf -hd mail_version)" ;;
    *) echo "$1 $(dpkg-query -Wf '${Version}' $1 | sed 's/^[0-9]*://; s/-[^-]*$//')" ;;
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
inet_interfaces = 192.0.2.25
inet_protocols = ipv4
smtp_bind_address = 192.0.2.25
maillog_file = /var/log/postfix.log
recipient_delimiter = +
alias_maps =
alias_database =
virtual_alias_domains = club.example
virtual_alias_maps = texthash:/lab/data/virtual, texthash:/lab/data/senders
smtpd_relay_restrictions = permit_mynetworks, reject
home_mailbox = Maildir/
mailbox_command_maps = texthash:/lab/data/commands
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
maximal_queue_lifetime = 8s
END
    lda='/usr/lib/dovecot/dovecot-lda -f "$SENDER" -a "$RECIPIENT"'
    : >/lab/data/commands
    for home in /home/*; do
        user=$(basename $home)
        [ -f $home/.dovecot.sieve ] && echo "$user $lda" >>/lab/data/commands
        [ -f $home/.quota-reject ] && echo "$user $lda -o plugin/quota_rule=*:bytes=10" >>/lab/data/commands
        [ -f $home/.quota-bounce ] && echo "$user $lda -e -o plugin/quota_rule=*:bytes=10" >>/lab/data/commands
        [ -f $home/.procmailrc ] && echo "$user /usr/bin/procmail -a \"\$EXTENSION\"" >>/lab/data/commands
        [ -f $home/.mailfilter ] && echo "$user /usr/bin/maildrop -d $user" >>/lab/data/commands
        [ -f $home/.vacation.msg ] && su $user -c "cd; vacation -i"
    done
    cat >/etc/dovecot/dovecot.conf <<END
protocols =
mail_location = maildir:~/Maildir
postmaster_address = postmaster@shop.example
hostname = mail.shop.example
log_path = /dev/stderr
userdb {
  driver = passwd
}
plugin {
  sieve = file:~/sieve;active=~/.dovecot.sieve
  sieve_redirect_envelope_from = sender
  quota = maildir:User quota
}
protocol lda {
  mail_plugins = sieve quota
}
END
    cp /usr/share/postfix/master.cf.dist /etc/postfix/master.cf
    postconf -M "postlog/unix-dgram=postlog unix-dgram n - n - 1 postlogd"
    postconf -F '*/*/chroot = n'
    rm -rf /var/spool/postfix/{deferred,active,incoming,maildrop}/*
}

start() { postfix start; }
stop() { postfix stop; }
kick() { :; }
queue() { find /var/spool/postfix/{maildrop,incoming,active,deferred} -type f 2>/dev/null | wc -l; }
submit() { sendmail -f "$@"; }
