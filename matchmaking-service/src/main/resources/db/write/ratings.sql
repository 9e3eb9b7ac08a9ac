-- Writes ratings; a later one of the same participant replaces an earlier one.
insert into rating (match, role, account, about, stars, reasons, words, rated_at)
select distinct on (m ->> 'match', m ->> 'role')
    m ->> 'match', m ->> 'role', m ->> 'account', m ->> 'about', (m ->> 'stars')::smallint, (m ->> 'reasons')::jsonb,
    m ->> 'words', to_timestamp((m ->> 'at')::float8 / 1000)
from jsonb_array_elements($1::text::jsonb) with ordinality as r (entry, n), lateral (select entry -> 'data' as m) as d
order by m ->> 'match', m ->> 'role', n desc
on conflict (match, role) do update set
    stars = excluded.stars, reasons = excluded.reasons, words = excluded.words, rated_at = excluded.rated_at
