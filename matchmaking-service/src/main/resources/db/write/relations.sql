-- Begins and ends favourites and blocks; the last word on each counts.
with word as (
    select distinct on (m ->> 'account', kind, m ->> 'other')
        m ->> 'id' as id, m ->> 'account' as account, kind, m ->> 'other' as other, m ->> 'otherName' as other_name,
        to_timestamp((m ->> 'at')::float8 / 1000) as since, ends
    from jsonb_array_elements($1::text::jsonb) with ordinality as r (entry, n),
        lateral (select entry -> 'data' as m, regexp_replace(entry ->> 'kind', '^un', '') as kind,
            entry ->> 'kind' like 'un%' as ends) as d
    order by m ->> 'account', kind, m ->> 'other', n desc),
ended as (
    delete from relation using word
    where word.ends and relation.account = word.account and relation.kind = word.kind and relation.other = word.other)
insert into relation (id, account, kind, other, other_name, since)
select id, account, kind, other, other_name, since from word where not ends
on conflict do nothing
