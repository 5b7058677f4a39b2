-- What rests on what, read in one way. A word is what is counted: a reaction, however many times and
-- by whichever of its words it is reached; or, where nobody's reaction stands, a stretch of a source
-- that no other stretch of the same set holds (`fresh`).
drop view if exists requirement_review, given_approval, standing_check, live_review_step, requirement_author,
  requirement_origin, withholding_subject, unsearched_version, live_reaction, voiced_reaction, held_passage, held_version, requirement_state, unused_reaction, unanswered_reaction, answered_reaction, reaction_state, reaction_use, linked_reaction, carrying, live_carrying, coded_reaction,
  direct_word, requirement_word, requirement_loose, requirement_reaction, requirement_end,
  core_value_word, coded_once, coded_word,
  loose_coding, loose_passage, standing_link, live_link, live_coding, suspect_passage, removed_passage,
  placed_passage, trace_edge, same_reaction cascade;
--> statement-breakpoint
-- The reactions of people: what waits for who keeps order, or was not placed, is none; of what was divided its parts are.
-- Lists and numbers read this.
create view live_reaction as
  select id, dossier_id, number, consultation_id, statement_id, kind, text, position, stakeholder_group_id, speaker,
    reply_to_id, passage_id, words, lock_version, created_by, created_at, part_of_id
  from reaction where held is null and divided is null;
--> statement-breakpoint
-- What people sent, once each and whole, whatever it was divided into: positions are counted by this.
create view voiced_reaction as
  select id, dossier_id, number, consultation_id, statement_id, kind, text, position, stakeholder_group_id, passage_id,
    lock_version, divided
  from reaction where held is null and part_of_id is null;
--> statement-breakpoint
-- Reactions that say the same, as somebody said of two of them; both ways. What says the same as those, says the same.
create view same_reaction as
  select dossier_id, reaction_id, other_id from same_verdict where same
  union all
  select dossier_id, other_id, reaction_id from same_verdict where same;
--> statement-breakpoint
-- Quoted words of what is held.
create view held_passage as
  select m.passage_id from reaction r join passage_reaction m on m.reaction_id = r.id where r.held;
--> statement-breakpoint
-- The texts in which they stand, those before and after it was changed too.
create view held_version as
  select v.id as source_version_id, v.source_id
  from reaction r
  join passage p on p.id = r.passage_id
  join source_version f on f.id = p.source_version_id
  join source_version v on v.source_id = f.source_id
  where r.held;
--> statement-breakpoint
-- What was found, is not decided on, and may go out: not what stands only in texts that are held, for they go nowhere.
create view withholding_subject as
  select s.id, s.dossier_id, s.kind, s.name
  from personal_subject s
  where s.redaction = 'open' and (
    not exists (select from personal_form f join personal_find p on p.form_id = f.id where f.subject_id = s.id)
    or exists (select from personal_form f left join personal_find p on p.form_id = f.id
      where f.subject_id = s.id
        and not exists (select from held_version h where h.source_version_id = p.source_version_id)));
--> statement-breakpoint
-- Texts that may go out, and were not searched for personal data.
create view unsearched_version as
  select v.id, v.dossier_id
  from source_version v
  where not exists (select from personal_search p where p.source_version_id = v.id)
    and not exists (select from held_version h where h.source_version_id = v.id);
--> statement-breakpoint
-- Kernwaarden that were given to words and not taken away since, nor the words themselves: what is made of this and of
-- `live_link` need not look whether a reaction is held.
create view live_coding as
  select id, dossier_id, core_value_id, reaction_id, passage_id, created_at, created_by
  from coding where removed_at is null
    and not exists (select from reaction h where h.id = coding.reaction_id and h.held)
    and not exists (select from held_passage h where h.passage_id = coding.passage_id);
--> statement-breakpoint
-- What requirements were linked to and not unlinked since; what is held holds nothing up.
create view live_link as
  select id, dossier_id, requirement_id, core_value_id, reaction_id, passage_id, created_at
  from requirement_link where removed_at is null
    and not exists (select from reaction h where h.id = requirement_link.reaction_id and h.held)
    and not exists (select from held_passage h where h.passage_id = requirement_link.passage_id);
--> statement-breakpoint
-- The same of requirements that were not dropped: what holds something up.
create view standing_link as
  select l.id, l.dossier_id, l.requirement_id, l.core_value_id, l.reaction_id, l.passage_id, r.chapter_id
  from live_link l join requirement r on r.id = l.requirement_id
  where r.dropped_at is null;
--> statement-breakpoint
-- Quoted words that are of no reaction, with the consultation of the document they begin in.
create view loose_passage as
  select p.id as passage_id, p.source_version_id, p.start_cp, p.end_cp,
    -- In a corrected text the documents are where the words before it came from.
    coalesce(part.consultation_id, (
      select sp.consultation_id
      from passage_location l join passage q on q.id = l.passage_id
      join source_part sp on sp.source_version_id = q.source_version_id
        and sp.start_cp <= q.start_cp and sp.end_cp > q.start_cp
      where l.source_version_id = p.source_version_id and l.start_cp <= p.start_cp
      order by l.start_cp desc limit 1)) as consultation_id
  from passage p
  left join lateral (
    select sp.consultation_id from source_part sp
    where sp.source_version_id = p.source_version_id
      and sp.start_cp <= p.start_cp and sp.end_cp > p.start_cp
    order by sp.n limit 1
  ) part on true
  where not exists (select from passage_reaction m where m.passage_id = p.id);
--> statement-breakpoint
-- Codings of loose words.
create view loose_coding as
  select c.id as coding_id, c.dossier_id, c.core_value_id, c.created_at, c.created_by, c.passage_id,
    l.consultation_id,
    l.end_cp > coalesce(max(l.end_cp) over (
      partition by c.dossier_id, c.core_value_id, l.source_version_id
      order by l.start_cp, l.end_cp desc, c.id rows between unbounded preceding and 1 preceding), 0)
      as fresh
  from live_coding c join loose_passage l on l.passage_id = c.passage_id
  where c.passage_id is not null;
--> statement-breakpoint
-- Every coding with the reaction whose words it is about, if any: `whole`, or a part of them.
-- `passage_id` is where they stand; null for a reaction entered by hand.
create view coded_word as
  select c.id as coding_id, c.dossier_id, c.core_value_id, c.created_at, c.created_by,
    r.id as reaction_id, r.passage_id, true as whole, r.consultation_id, r.stakeholder_group_id,
    null::boolean as fresh, r.number
  from live_coding c join reaction r on r.id = c.reaction_id
  union all
  select c.id, c.dossier_id, c.core_value_id, c.created_at, c.created_by,
    r.id, c.passage_id, m.own, r.consultation_id, r.stakeholder_group_id, null,
    r.number
  from live_coding c
  join passage_reaction m on m.passage_id = c.passage_id
  join reaction r on r.id = m.reaction_id
  where c.passage_id is not null
  union all
  select coding_id, dossier_id, core_value_id, created_at, created_by,
    null, passage_id, true, consultation_id, null, fresh, null
  from loose_coding;
--> statement-breakpoint
-- The words of each kernwaarde, one row a word. Of a reaction that is reached by one part of its words
-- that part is shown, else the whole. What is coded whole, nearly all, is one row as it stands; only what
-- is reached by its parts alone must be brought together.
create view core_value_word as
  select c.dossier_id, c.core_value_id, r.id as reaction_id, r.consultation_id, r.stakeholder_group_id,
    r.passage_id, r.statement_id, r.number
  from live_coding c join reaction r on r.id = c.reaction_id
  union all
  select c.dossier_id, c.core_value_id, r.id, r.consultation_id, r.stakeholder_group_id,
    case when bool_or(m.own) or count(*) > 1 then r.passage_id else min(c.passage_id::text)::uuid end,
    r.statement_id, r.number
  from live_coding c
  join passage_reaction m on m.passage_id = c.passage_id
  join reaction r on r.id = m.reaction_id
  where c.passage_id is not null and not exists (
    select from live_coding d where d.core_value_id = c.core_value_id and d.reaction_id = m.reaction_id)
  group by c.dossier_id, c.core_value_id, r.id
  union all
  select dossier_id, core_value_id, null, consultation_id, null, passage_id, null, null
  from loose_coding where fresh;
--> statement-breakpoint
-- The reactions among those words, for who only counts them in a whole dossier: the reactions themselves are not looked
-- at, which is most of the work.
create view coded_once as
  select dossier_id, core_value_id, reaction_id from live_coding where reaction_id is not null
  union all
  select distinct c.dossier_id, c.core_value_id, m.reaction_id
  from live_coding c
  join passage_reaction m on m.passage_id = c.passage_id
  where c.passage_id is not null and not exists (
    select from live_coding d where d.core_value_id = c.core_value_id and d.reaction_id = m.reaction_id);
--> statement-breakpoint
-- What the links of a requirement end in, by a kernwaarde or (`core_value_id` null) directly.
create view requirement_end as
  select l.dossier_id, l.requirement_id, l.core_value_id, c.reaction_id, c.passage_id
  from live_link l join live_coding c on c.core_value_id = l.core_value_id
  union all
  select dossier_id, requirement_id, null, reaction_id, passage_id
  from live_link where core_value_id is null;
--> statement-breakpoint
-- The reactions each requirement rests on, by each of its ways. Apart from the loose words: who asks what
-- rests on one reaction would have all of those put in order first, to find that none is of a reaction.
create view requirement_reaction as
  select e.dossier_id, e.requirement_id, e.core_value_id,
    r.id as reaction_id, r.passage_id, true as whole, r.consultation_id, r.stakeholder_group_id
  from requirement_end e join reaction r on r.id = e.reaction_id
  union all
  select e.dossier_id, e.requirement_id, e.core_value_id,
    r.id, e.passage_id, m.own, r.consultation_id, r.stakeholder_group_id
  from requirement_end e
  join passage_reaction m on m.passage_id = e.passage_id
  join reaction r on r.id = m.reaction_id
  where e.passage_id is not null;
--> statement-breakpoint
-- The loose words each requirement rests on, by each of its ways.
create view requirement_loose as
  select e.dossier_id, e.requirement_id, e.core_value_id, e.passage_id, l.consultation_id,
    l.end_cp > coalesce(max(l.end_cp) over (
      partition by e.dossier_id, e.requirement_id, l.source_version_id
      order by l.start_cp, l.end_cp desc, e.core_value_id, e.passage_id
      rows between unbounded preceding and 1 preceding), 0) as fresh
  from requirement_end e join loose_passage l on l.passage_id = e.passage_id
  where e.passage_id is not null;
--> statement-breakpoint
-- The words each requirement rests on, by each of its ways. How many it has in all is
--   count(distinct reaction_id) + count(*) filter (where fresh)
create view requirement_word as
  select dossier_id, requirement_id, core_value_id, reaction_id, passage_id, whole, consultation_id,
    stakeholder_group_id, null::boolean as fresh
  from requirement_reaction
  union all
  select dossier_id, requirement_id, core_value_id, null, passage_id, true, consultation_id, null, fresh
  from requirement_loose;
--> statement-breakpoint
-- The words a requirement was linked to itself, one row a word, as in `core_value_word`. From the links
-- themselves: of the words by all ways the few direct ones would be looked for among a million.
create view direct_word as
  select l.dossier_id, l.requirement_id, r.id as reaction_id, r.consultation_id, r.stakeholder_group_id,
    r.passage_id, r.statement_id, r.number
  from live_link l join reaction r on r.id = l.reaction_id
  union all
  select l.dossier_id, l.requirement_id, r.id, r.consultation_id, r.stakeholder_group_id,
    case when bool_or(m.own) or count(*) > 1 then r.passage_id else min(l.passage_id::text)::uuid end,
    r.statement_id, r.number
  from live_link l
  join passage_reaction m on m.passage_id = l.passage_id
  join reaction r on r.id = m.reaction_id
  where l.passage_id is not null and not exists (
    select from live_link d where d.requirement_id = l.requirement_id and d.reaction_id = m.reaction_id)
  group by l.dossier_id, l.requirement_id, r.id
  union all
  select dossier_id, requirement_id, null, consultation_id, null, passage_id, null, null
  from (
    select k.dossier_id, k.requirement_id, k.passage_id, l.consultation_id,
      l.end_cp > coalesce(max(l.end_cp) over (
        partition by k.dossier_id, k.requirement_id, l.source_version_id
        order by l.start_cp, l.end_cp desc, k.passage_id
        rows between unbounded preceding and 1 preceding), 0) as fresh
    from live_link k join loose_passage l on l.passage_id = k.passage_id
    where k.passage_id is not null
  ) loose where fresh;
--> statement-breakpoint
-- The kernwaarden of each reaction, by itself or by some of its words; one more than once when so coded.
create view coded_reaction as
  select dossier_id, reaction_id, core_value_id from live_coding where reaction_id is not null
  union all
  select c.dossier_id, m.reaction_id, c.core_value_id
  from live_coding c join passage_reaction m on m.passage_id = c.passage_id
  where c.passage_id is not null;
--> statement-breakpoint
-- The words that somebody chose as what carries a requirement, as long as one of its kernwaarden has them. Loose words that
-- became those of a reaction since are that reaction.
create view live_carrying as
  select c.dossier_id, c.requirement_id, c.reaction_id, null::uuid as passage_id
  from (
    select dossier_id, requirement_id, reaction_id from carrying_word
    where removed_at is null and reaction_id is not null
    union
    select w.dossier_id, w.requirement_id, m.reaction_id
    from carrying_word w join passage_reaction m on m.passage_id = w.passage_id
    where w.removed_at is null and w.passage_id is not null
  ) c
  where exists (
    select from coded_reaction k
    join live_link l on l.core_value_id = k.core_value_id and l.requirement_id = c.requirement_id
    where k.dossier_id = c.dossier_id and k.reaction_id = c.reaction_id)
  union all
  select c.dossier_id, c.requirement_id, null, c.passage_id
  from carrying_word c
  where c.removed_at is null and c.passage_id is not null
    and not exists (select from passage_reaction m where m.passage_id = c.passage_id)
    and exists (
      select from live_coding k
      join live_link l on l.core_value_id = k.core_value_id and l.requirement_id = c.requirement_id
      where k.passage_id = c.passage_id);
--> statement-breakpoint
-- All words that carry a requirement: what was chosen, and what it is linked to itself; `word` tells them apart.
create view carrying as
  select dossier_id, requirement_id, coalesce(reaction_id, passage_id) as word from live_carrying
  union
  select dossier_id, requirement_id, coalesce(reaction_id, passage_id) from direct_word;
--> statement-breakpoint
-- The reactions that standing requirements name, by themselves or by some of their words, linked or as what carries them;
-- one more than once when named so.
create view linked_reaction as
  select dossier_id, reaction_id from standing_link where reaction_id is not null
  union all
  select s.dossier_id, m.reaction_id
  from standing_link s join passage_reaction m on m.passage_id = s.passage_id
  where s.passage_id is not null
  union all
  select c.dossier_id, c.reaction_id
  from live_carrying c join requirement q on q.id = c.requirement_id
  where c.reaction_id is not null and q.dropped_at is null;
--> statement-breakpoint
-- What came of a reaction of which something came: `linked`, a standing requirement names it or some of
-- its words, as what it comes from or as what carries it; `via`, one rests on a kernwaarde of it; `coded`, it has a kernwaarde at all.
create view reaction_use as
  select dossier_id, reaction_id, bool_or(linked) as linked, bool_or(via) as via, bool_or(coded) as coded
  from (
    select c.dossier_id, c.reaction_id, false as linked, u.core_value_id is not null as via, true as coded
    from coded_reaction c
    left join (
      select distinct dossier_id, core_value_id from standing_link where core_value_id is not null
    ) u on u.dossier_id = c.dossier_id and u.core_value_id = c.core_value_id
    union all
    select dossier_id, reaction_id, true, false, false from linked_reaction
  ) one
  group by dossier_id, reaction_id;
--> statement-breakpoint
-- The reactions with an *afweging*, and its outcome. One that says that something was adopted holds as long as a
-- requirement that it names stands and is linked to the reaction itself: else it says what is no longer so.
create view answered_reaction as
  select d.dossier_id, d.reaction_id, d.outcome
  from disposition d
  where d.outcome not in ('adopted', 'partly')
    and not exists (select from reaction h where h.id = d.reaction_id and h.held)
  union all
  select d.dossier_id, d.reaction_id, d.outcome
  from disposition d
  where d.outcome in ('adopted', 'partly') and exists (
    select from disposition_requirement q
    join standing_link l on l.requirement_id = q.requirement_id and l.reaction_id = d.reaction_id
    where q.disposition_id = d.id and q.n = d.lock_version);
--> statement-breakpoint
-- The other reactions, that somebody is to answer.
create view unanswered_reaction as
  select r.id as reaction_id, r.dossier_id, r.number, r.kind, r.statement_id, r.consultation_id,
    r.stakeholder_group_id, r.lock_version
  from live_reaction r
  where not exists (
    select from answered_reaction a where a.dossier_id = r.dossier_id and a.reaction_id = r.id);
--> statement-breakpoint
-- Reactions of which nothing came, not even an answer: looked for as what is missing, without counting up the rest.
create view unused_reaction as
  select r.id as reaction_id, r.dossier_id, r.number, r.statement_id, r.consultation_id, r.stakeholder_group_id
  from live_reaction r
  where not exists (
      select from coded_reaction c where c.dossier_id = r.dossier_id and c.reaction_id = r.id)
    and not exists (
      select from linked_reaction l where l.dossier_id = r.dossier_id and l.reaction_id = r.id)
    and not exists (
      select from answered_reaction a where a.dossier_id = r.dossier_id and a.reaction_id = r.id);
--> statement-breakpoint
-- Where each requirement comes from: it was `dropped`; it is `withSource`, by a link; its authors
-- wrote down why it has none (`motivated`); or it is `withoutSource`.
create view requirement_state as
  select r.id as requirement_id, r.dossier_id, r.chapter_id,
    case when r.dropped_at is not null then 'dropped'
      when l.requirement_id is not null then 'withSource'
      when coalesce(r.no_source_reason, '') <> '' then 'motivated'
      else 'withoutSource' end as state
  from requirement r
  left join (select distinct dossier_id, requirement_id from live_link) l
    on l.dossier_id = r.dossier_id and l.requirement_id = r.id;
--> statement-breakpoint
-- Quoted words of which the source changed, and nobody said yet that they still mean what they meant: they are
-- not found again, only words that look like them are, they were not looked for yet, or somebody said that
-- they mean something else now or are gone. What rests on them says *bron gewijzigd*.
create view suspect_passage as
  select p.id as passage_id, p.dossier_id, newest.source_id, newest.id as source_version_id, newest.n,
    l.status, l.decision
  from source_version newest
  join source_version v on v.source_id = newest.source_id and v.n < newest.n
  join passage p on p.source_version_id = v.id
  left join passage_location l on l.passage_id = p.id and l.source_version_id = newest.id
  where newest.n > 1
    and not exists (select from source s where s.id = newest.source_id and s.removed_at is not null)
    and not exists (select from source_version w where w.source_id = newest.source_id and w.n > newest.n)
    and (l.passage_id is null or l.decision in ('different', 'gone')
      or (l.decision is null and l.status in ('proposed', 'orphan')));
--> statement-breakpoint
-- Quoted words of a source that an administrator removed: they stay for what rests on them, and that says
-- *bron verwijderd*.
create view removed_passage as
  select p.id as passage_id, p.dossier_id, s.id as source_id
  from source s
  join source_version v on v.source_id = s.id
  join passage p on p.source_version_id = v.id
  where s.removed_at is not null;
--> statement-breakpoint
-- Where each passage stands: in the version in which it was quoted, and in each newer one in which it was found
-- again, by itself or by somebody who decided so.
create view placed_passage as
  select id as passage_id, dossier_id, source_version_id, start_cp, end_cp from passage
  union all
  select l.passage_id, p.dossier_id, l.source_version_id, coalesce(l.decided_start_cp, l.start_cp),
    coalesce(l.decided_end_cp, l.end_cp)
  from passage_location l join passage p on p.id = l.passage_id
  where l.decision in ('same', 'different', 'elsewhere')
    or (l.decision is null and l.status in ('exact', 'moved'));
--> statement-breakpoint
-- Who wrote something of what a requirement says, at any time: they never approve it. A version that repeats the words
-- before it (dropping, restoring) was not written.
create view requirement_author as
  select distinct v.dossier_id, v.requirement_id, v.created_by as account_id
  from requirement_version v
  left join requirement_version p on p.requirement_id = v.requirement_id and p.n = v.n - 1
  where v.created_by is not null and p.fingerprint is distinct from v.fingerprint;
--> statement-breakpoint
-- What a requirement comes from, as one hash: the ends of its links, or the reason why it has none.
create view requirement_origin as
  select r.id as requirement_id, r.dossier_id, encode(sha256(convert_to(
    coalesce((select string_agg(coalesce(l.core_value_id, l.reaction_id, l.passage_id)::text, ' '
        order by coalesce(l.core_value_id, l.reaction_id, l.passage_id))
      from live_link l where l.requirement_id = r.id), '') || '|' || coalesce(r.no_source_reason, ''),
    'UTF8')), 'hex') as origin
  from requirement r;
--> statement-breakpoint
-- Steps of a review that nobody took back.
create view live_review_step as
  select s.* from review_step s
  where s.act <> 'takenBack' and not exists (
    select from review_step b where b.requirement_id = s.requirement_id and b.takes_back = s.step);
--> statement-breakpoint
-- Each approval that was given in a role and not ended by who gave it, by sending the requirement back. It `holds` as long as
-- the requirement says what was approved: put back exactly, it holds again.
create view given_approval as
  select s.dossier_id, s.requirement_id, s.step, s.n, o.role, s.account_id, s.note, s.created_at,
    v.fingerprint = now.fingerprint as holds
  from live_review_step s
  cross join lateral unnest(s.roles) as o(role)
  join requirement r on r.id = s.requirement_id
  join requirement_version v on v.requirement_id = s.requirement_id and v.n = s.n
  join requirement_version now on now.requirement_id = r.id and now.n = r.lock_version
  where s.act = 'approved' and not exists (
    select from live_review_step b
    where b.requirement_id = s.requirement_id and b.step > s.step and b.act = 'returned'
      and b.account_id = s.account_id);
--> statement-breakpoint
-- Origins that somebody checked, of the words and the links as they are now.
create view standing_check as
  select s.dossier_id, s.requirement_id, s.step, s.n, s.account_id, s.note, s.created_at
  from live_review_step s
  join requirement r on r.id = s.requirement_id
  join requirement_version v on v.requirement_id = s.requirement_id and v.n = s.n
  join requirement_version now on now.requirement_id = r.id and now.n = r.lock_version
  join requirement_origin o on o.requirement_id = s.requirement_id
  where s.act = 'checked' and v.fingerprint = now.fingerprint and o.origin = s.origin;
--> statement-breakpoint
-- How far each requirement that stands is: `draft` until it is sent to review, or when it was sent back since; `review`;
-- `approved` in some roles; `adopted` in all. `lapsed` are roles in which what was approved is no longer what it says.
create view requirement_review as
  select r.id as requirement_id, r.dossier_id, r.chapter_id,
    case when turn.act is distinct from 'sent' then 'draft'
      when coalesce(a.approved, 0) = 3 then 'adopted'
      when coalesce(a.approved, 0) > 0 then 'approved'
      else 'review' end as state,
    coalesce(turn.act = 'returned', false) as returned,
    coalesce(a.approved, 0) as approved, coalesce(a.given, 0) - coalesce(a.approved, 0) as lapsed
  from requirement r
  left join (
    select distinct on (requirement_id) requirement_id, act from live_review_step
    where act in ('sent', 'returned') order by requirement_id, step desc
  ) turn on turn.requirement_id = r.id
  left join (
    select requirement_id, (count(distinct role) filter (where holds))::int as approved,
      count(distinct role)::int as given
    from given_approval group by requirement_id
  ) a on a.requirement_id = r.id
  where r.dropped_at is null;
