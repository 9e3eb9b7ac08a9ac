-- Takes a deleted account out of everything: its name, its words, what it kept of others and others of it. What the others
-- need of it stays, without a hint whose it was.
with gone as (
    select entry -> 'data' ->> 'account' as account from jsonb_array_elements($1::text::jsonb) as r (entry)),
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
    delete from relation using gone where gone.account in (relation.account, relation.other))
update ticket set account = null, problem = '' from gone where ticket.account = gone.account
