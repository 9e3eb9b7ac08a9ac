-- Writes tickets that are over. One that was taken up again and is over again gets its last end.
insert into ticket (id, account, field, field_name, languages, problem, state, reason, match, created_at, over_at)
select distinct on (m ->> 'id')
    m ->> 'id', m ->> 'account', m ->> 'field', m ->> 'fieldName', (m ->> 'languages')::jsonb, m ->> 'problem',
    m ->> 'state', m ->> 'reason', m ->> 'match', to_timestamp((m ->> 'createdAt')::float8 / 1000),
    to_timestamp((m ->> 'at')::float8 / 1000)
from jsonb_array_elements($1::text::jsonb) with ordinality as r (entry, n), lateral (select entry -> 'data' as m) as d
order by m ->> 'id', n desc
on conflict (id) do update set
    state = excluded.state, reason = excluded.reason, match = excluded.match, over_at = excluded.over_at
