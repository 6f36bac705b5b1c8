-- Merges events into one mailbox. KEYS: its log, the mailboxes of its bucket, the bucket's horizon.
-- ARGV: the mailbox, then of each event its id, its value, and its time (empty where it never ages).
local horizon = redis.call('GET', KEYS[3]) or ''
local wrote = false
for i = 2, #ARGV, 3 do
  local id, value, at = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  if at == '' or not less(at, horizon) then
    local old = redis.call('HGET', KEYS[1], id)
    if not old or (old ~= value and less(old, value)) then
      redis.call('HSET', KEYS[1], id, value)
      wrote = true
    end
  end
end
if wrote then redis.call('ZADD', KEYS[2], 0, ARGV[1]) end
return 0
