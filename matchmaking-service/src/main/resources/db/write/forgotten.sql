-- Takes a deleted account out of everything: its name, its words, what it kept of others and others of it, but that they have
-- blocked it, for it may come back. What the others need of it stays, without a hint whose it was. Of events that do not say whom they name, those of its tickets go, and all
-- offers, for these may name it as the expert.
with gone as (
    select entry -> 'data' ->> 'account' as account,
        coalesce((entry -> 'data' ->> 'at')::bigint, 9223372036854775807) as ms
    from jsonb_array_elements($1::text::jsonb) as r (entry)),
tickets as (
    select match.ticket as id from gone join match on match.learner = gone.account
    union select match.ticket from gone join match on match.expert = gone.account
    union select ticket.id from gone join ticket on ticket.account = gone.account),
marked as (
    insert into forgotten_account (account, ms) select account, max(ms) from gone group by account
    on conflict (account) do update set ms = greatest(forgotten_account.ms, excluded.ms), forgotten_at = now()),
told as (
    delete from webhook_delivery using gone
    where webhook_delivery.accounts && array[gone.account] and webhook_delivery.ms <= gone.ms),
told_before as (
    delete from webhook_delivery using tickets
    where webhook_delivery.accounts is null and webhook_delivery.type <> 'ticket.offered'
        and substring(webhook_delivery.payload from '"ticketId":"(tkt_[0-9A-Za-z]{22})"') = tickets.id),
offered_before as (
    delete from webhook_delivery
    where accounts is null and type = 'ticket.offered' and exists (select from gone where account not like 'ext\_%')),
learners as (
    update match set learner = null, learner_name = '', problem = '' from gone where match.learner = gone.account),
experts as (
    update match set expert = null, expert_name = '' from gone where match.expert = gone.account),
raters as (
    update rating set account = null, words = null from gone where rating.account = gone.account),
rated as (
    delete from rating using gone where rating.about = gone.account),
summed as (
    delete from old_ratings using gone where old_ratings.about = gone.account),
related as (
    delete from relation using gone
    where relation.account = gone.account or relation.other = gone.account and relation.kind = 'favourite'),
blocked as (
    update relation set other_name = '' from gone
    where relation.other = gone.account and relation.kind = 'block'
        and relation.account not in (select account from gone))
update ticket set account = null, problem = '' from gone where ticket.account = gone.account
