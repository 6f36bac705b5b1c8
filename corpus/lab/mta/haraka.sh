# Haraka, from npm, on Debian's node. It has no mailboxes: its bounces go to the lab's own receiver for shop.example.
NAME=Haraka
PACKAGES="nodejs npm"
SUBMIT=smtp
MAILBOX=stand-in
PROFILES="default"
LIMIT=90

version() { echo "Haraka $(node -p 'require("/opt/haraka-program/node_modules/Haraka/package.json").version')"; }

install() {
    mkdir -p /opt/haraka-program
    cd /opt/haraka-program
    npm install --no-audit --no-fund --omit=optional Haraka@3.0.4
}

configure() {
    rm -rf /opt/haraka
    node /opt/haraka-program/node_modules/Haraka/bin/haraka -i /opt/haraka
    mkdir -p /opt/haraka/queue
    cd /opt/haraka/config
    cp -n /opt/haraka-program/node_modules/Haraka/config/outbound.bounce_message* .
    echo mail.shop.example >me
    printf 'listen=192.0.2.25:25\nnodes=0\n' >smtp.ini
    printf 'relay\n' >plugins
    printf '[relay]\nacl=true\n' >relay.ini
    printf '192.0.2.0/24\n' >relay_acl_allow
    printf 'temp_fail_intervals=5s,5s\nlocal_mx_ok=true\nconnect_timeout=3\nenable_tls=false\nipv6_enabled=false\n' >outbound.ini
    echo LOGINFO >loglevel
}

start() {
    cd /opt/haraka
    node /opt/haraka-program/node_modules/Haraka/bin/haraka -c /opt/haraka >>/var/log/haraka.log 2>&1 &
    echo $! >/run/haraka.pid
    sleep 4
}
stop() { kill $(cat /run/haraka.pid); sleep 2; }
kick() { :; }
queue() { find /opt/haraka/queue -type f | wc -l; }
submit() { :; }
