-- Erases one mailbox. KEYS: its log, the mailboxes of its bucket. ARGV: the mailbox.
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[1])
return 0
