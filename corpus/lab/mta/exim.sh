# Exim, from Debian (the heavy daemon), with a configuration of our own instead of Debian's split one.
NAME=Exim
PACKAGES="exim4-daemon-heavy"
SUBMIT=smtp
MAILBOX=maildir
PROFILES="default warn smarthost hidden"
LIMIT=90

version() { echo "Exim $(exim4 -bV | sed -n 's/^Exim version \([^ ]*\).*/\1/p')"; }

configure() {
    mkdir -p /var/spool/exim4 /var/log/exim4
    chown -R Debian-exim:Debian-exim /var/spool/exim4 /var/log/exim4
    cat >/etc/exim4/exim4.conf <<END
primary_hostname = mail.shop.example
qualify_domain = shop.example
domainlist local_domains = shop.example : mail.shop.example : localhost
domainlist virtual_domains = club.example
local_interfaces = 192.0.2.25
disable_ipv6 = true
acl_smtp_rcpt = accept
acl_smtp_data = accept
never_users =
host_lookup =
rfc1413_query_timeout = 0s
dsn_advertise_hosts = *
smtputf8_advertise_hosts = *
tls_advertise_hosts =
accept_8bitmime = true
dns_retrans = 1s
dns_retry = 2
queue_run_max = 10
smtp_accept_max_per_connection = 0
smtp_accept_queue_per_connection = 0
remote_max_parallel = 2
ignore_bounce_errors_after = 2s
delay_warning = $([ "$1" = warn ] && echo 3s:1d || echo 0s)
delay_warning_condition = 1
keep_environment =
message_size_limit = 50M

begin acl

begin routers
$(if [ "$1" = smarthost ]; then cat <<'ROUTER'
smarthost:
  driver = manualroute
  domains = ! +local_domains : ! +virtual_domains
  transport = remote_smtp
  route_list = * smarthost.relay.example
  no_more
ROUTER
else cat <<'ROUTER'
dnslookup:
  driver = dnslookup
  domains = ! +local_domains : ! +virtual_domains
  transport = remote_smtp
  ignore_target_hosts = 0.0.0.0 : 127.0.0.0/8
  self = fail
  no_more
ROUTER
fi)
virtual:
  driver = redirect
  domains = +virtual_domains
  allow_fail
  allow_defer
  data = \${lookup{\$local_part@\$domain}lsearch{/lab/data/virtual}}
  no_more
odd_senders:
  driver = redirect
  allow_fail
  data = \${lookup{\${quote_local_part:\$local_part}@\$domain}lsearch{/lab/data/senders}}
system_aliases:
  driver = redirect
$([ "$1" = hidden ] && echo '  hide_child_in_errmsg')
  allow_fail
  allow_defer
  data = \${lookup{\$local_part}lsearch{/lab/data/aliases}}
userforward:
  driver = redirect
  check_local_user
  file = \$home/.forward
  no_verify
  no_expn
  check_ancestor
localuser:
  driver = accept
  check_local_user
  local_part_suffix = +*
  local_part_suffix_optional
  transport = local_delivery
  cannot_route_message = Unknown user

begin transports
remote_smtp:
  driver = smtp
  connect_timeout = 3s
  command_timeout = 4s
  data_timeout = 4s
  final_timeout = 4s
  interface = 192.0.2.25
  hosts_try_fastopen =
  dnssec_request_domains =
local_delivery:
  driver = appendfile
  directory = \$home/Maildir
  maildir_format
  delivery_date_add
  envelope_to_add
  return_path_add

begin retry
*  *  F,12s,3s

begin rewrite
begin authenticators
END
    sed -i 's/^\([^:]*\) returns/\1: returns/; ' /lab/data/senders
    sed -i 's/^\([^ ]*@[^ ]*\) /\1: /' /lab/data/virtual
    rm -rf /var/spool/exim4/input/* /var/spool/exim4/db/* /var/spool/exim4/msglog/*
}

start() { exim4 -bd -q2s >/dev/null 2>&1; sleep 1; }
stop() { kill $(cat /run/exim4/exim.pid /var/spool/exim4/exim-daemon.pid 2>/dev/null); }
kick() { exim4 -qq >/dev/null 2>&1 & }
queue() { exim4 -bpc; }
submit() { exim4 -f "$1" -- "${@:2}"; }
