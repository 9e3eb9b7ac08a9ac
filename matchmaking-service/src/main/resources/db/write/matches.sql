-- Writes matches that begin and end. A later record knows all that an earlier one of the same match knows.
insert into match (id, ticket, learner, expert, learner_name, expert_name, field, field_name, problem, because, started_at,
    in_call_at, ended_at, reason)
select distinct on (m ->> 'id')
    m ->> 'id', m ->> 'ticket', m ->> 'learner', m ->> 'expert', m ->> 'learnerName', m ->> 'expertName', m ->> 'field',
    m ->> 'fieldName', m ->> 'problem', (m ->> 'because')::jsonb, to_timestamp((m ->> 'startedAt')::float8 / 1000),
    to_timestamp((m ->> 'inCallAt')::float8 / 1000), to_timestamp((m ->> 'endedAt')::float8 / 1000), m ->> 'reason'
from jsonb_array_elements($1::text::jsonb) with ordinality as r (entry, n), lateral (select entry -> 'data' as m) as d
order by m ->> 'id', n desc
on conflict (id) do update set
    in_call_at = coalesce(excluded.in_call_at, match.in_call_at),
    ended_at = coalesce(excluded.ended_at, match.ended_at),
    reason = coalesce(excluded.reason, match.reason)
