# chasquid, from Debian. It relays for users with a password only, and gives up after 20 hours, which the lab
# cannot shorten: so only what is refused for good comes back.
NAME=chasquid
PACKAGES="chasquid procmail"
SUBMIT=auth             # port 587, STARTTLS and a password
MAILBOX=mbox
PROFILES="default"
LIMIT=30
RETRIES=no              # skip the scenarios that end by giving up

version() { echo "chasquid $(dpkg-query -Wf '${Version}' chasquid | sed 's/-.*//')"; }

configure() {
    cd /etc/chasquid
    rm -rf domains/* certs
    mkdir -p certs/mail.shop.example domains/shop.example domains/club.example
    cp /lab/data/certificate.pem certs/mail.shop.example/fullchain.pem
    cp /lab/data/certificate.pem certs/mail.shop.example/privkey.pem
    cat >chasquid.conf <<END
hostname: "mail.shop.example"
max_data_size_mb: 50
smtp_address: "192.0.2.25:25"
submission_address: "192.0.2.25:587"
submission_over_tls_address: "192.0.2.25:465"
mail_delivery_agent_bin: "/usr/bin/procmail"
mail_delivery_agent_args: "-f"
mail_delivery_agent_args: "%from%"
mail_delivery_agent_args: "-d"
mail_delivery_agent_args: "%to_user%"
data_dir: "/var/lib/chasquid"
suffix_separators: "+"
drop_characters: ""
mail_log_path: "/var/log/chasquid-mail.log"
END
    sed 's/\([^ ,:]*\)@shop.example/\1/g' /lab/data/aliases >domains/shop.example/aliases
    sed 's/^\([^@]*\)@[^ ]* /\1: /' /lab/data/virtual >domains/club.example/aliases
    for user in orders newsletter bounce returns; do
        chasquid-util user-add $user@shop.example --password=lab >/dev/null
    done
    rm -rf /var/lib/chasquid/queue/*
    chmod -R a+rX /etc/chasquid
}

start() { chasquid >/var/log/chasquid.log 2>&1 & echo $! >/run/chasquid.pid; sleep 2; }
stop() { kill $(cat /run/chasquid.pid); }
kick() { :; }
queue() { find /var/lib/chasquid/queue -type f 2>/dev/null | wc -l; }
submit() { :; }
