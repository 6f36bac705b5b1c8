-- Moves the horizon of a bucket on, never back. KEYS: the horizon. ARGV: the time.
if less(redis.call('GET', KEYS[1]) or '', ARGV[1]) then redis.call('SET', KEYS[1], ARGV[1]) end
return 0
