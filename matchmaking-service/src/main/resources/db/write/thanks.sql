-- Notes who has thanked; the first time counts.
update match set
    learner_thanked_at = coalesce(match.learner_thanked_at, t.learner_at),
    expert_thanked_at = coalesce(match.expert_thanked_at, t.expert_at)
from (
    select m ->> 'match' as id,
        min(to_timestamp((m ->> 'at')::float8 / 1000)) filter (where m ->> 'role' = 'learner') as learner_at,
        min(to_timestamp((m ->> 'at')::float8 / 1000)) filter (where m ->> 'role' = 'expert') as expert_at
    from jsonb_array_elements($1::text::jsonb) as r (entry), lateral (select entry -> 'data' as m) as d
    group by m ->> 'match') as t
where match.id = t.id
