-- Drops events of one mailbox that are still as they were read. KEYS: its log, the mailboxes of its bucket.
-- ARGV: the mailbox, then of each event its id and its value.
local dropped = 0
for i = 2, #ARGV, 2 do
  if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[i + 1] then
    dropped = dropped + redis.call('HDEL', KEYS[1], ARGV[i])
  end
end
if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('ZREM', KEYS[2], ARGV[1]) end
return dropped
