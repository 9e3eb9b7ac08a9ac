-- Notes since when both were in the room.
update match set in_call_at = to_timestamp((m ->> 'at')::float8 / 1000)
from jsonb_array_elements($1::text::jsonb) as r (entry), lateral (select entry -> 'data' as m) as d
where match.id = m ->> 'match' and match.in_call_at is null
