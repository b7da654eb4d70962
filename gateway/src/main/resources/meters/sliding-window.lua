-- A sliding window of two counters, as SlidingWindow keeps it in memory.
-- KEYS: the window. ARGV: now and length in ms, most, weight, and what to do: take, ask or give.
local now, length, most, weight = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local kept = redis.call('HMGET', KEYS[1], 'index', 'current', 'previous')
local index, current, previous = tonumber(kept[1] or '-1'), tonumber(kept[2] or '0'), tonumber(kept[3] or '0')
local running = math.floor(now / length)
if running > index then
    previous = (running == index + 1) and current or 0
    current = 0
    index = running
end
-- Another gateway's clock may be a little ahead of this one's.
local elapsed = math.max(0, now - index * length)
local passed = 0
if previous * (length - elapsed) + (current + weight) * length <= most * length then passed = 1 end
if ARGV[5] == 'take' and passed == 1 then
    current = current + weight
elseif ARGV[5] == 'give' then
    local from = math.min(current, weight)
    current = current - from
    previous = math.max(0, previous - (weight - from))
end
if ARGV[5] ~= 'ask' then
    redis.call('HSET', KEYS[1], 'index', index, 'current', current, 'previous', previous)
    redis.call('PEXPIRE', KEYS[1], ARGV[6])
end
return { passed, elapsed, current, previous }
