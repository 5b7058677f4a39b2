-- Quoted words stand where they are said to stand.
create or replace function check_passage() returns trigger language plpgsql as $$
declare
  stretch text;
  first_start integer;
  last_end integer;
  version_dossier uuid;
begin
  select dossier_id into version_dossier from source_version where id = new.source_version_id;
  if version_dossier is distinct from new.dossier_id then
    raise exception 'passage: source version % is not in dossier %', new.source_version_id, new.dossier_id
      using errcode = 'check_violation';
  end if;
  -- The blocks the passage touches, put together as they stand in the text.
  select string_agg(b.before || b.text, '' order by b.n), min(b.start_cp), max(b.end_cp)
    into stretch, first_start, last_end
    from source_block b
    where b.source_version_id = new.source_version_id
      and b.start_cp < new.end_cp and b.end_cp > new.start_cp
      -- From the block the passage begins in: without a lower bound every passage would be
      -- looked for from the beginning of the text.
      -- (`order by … limit 1`: `max()` reads them all where there are no statistics yet.)
      and b.start_cp >= coalesce(
        (select f.start_cp from source_block f
          where f.source_version_id = new.source_version_id and f.start_cp <= new.start_cp
          order by f.start_cp desc limit 1), 0);
  if stretch is null or new.start_cp < first_start or new.end_cp > last_end then
    raise exception 'passage: % to % lies outside the blocks', new.start_cp, new.end_cp
      using errcode = 'check_violation';
  end if;
  -- `stretch` begins with the white space before its first block.
  stretch := right(stretch, last_end - first_start);
  if substr(stretch, new.start_cp - first_start + 1, new.end_cp - new.start_cp) <> new.exact then
    raise exception 'passage: the words do not stand at % to %', new.start_cp, new.end_cp
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace trigger passage_checked before insert on passage
  for each row execute function check_passage();
--> statement-breakpoint
-- The reactions whose words a stretch holds: they share at least half of the shorter of the two.
-- The words of reactions do not overlap each other, so of those that begin earlier only the last
-- can reach this far.
create or replace function reactions_in(version uuid, from_cp integer, to_cp integer)
returns setof uuid language sql stable as $$
  select near.reaction_id from (
    (select reaction_id, start_cp, end_cp from passage_reaction
      where own and source_version_id = version and start_cp <= from_cp
      order by start_cp desc limit 1)
    union all
    select reaction_id, start_cp, end_cp from passage_reaction
      where own and source_version_id = version and start_cp > from_cp and start_cp < to_cp
    union all
    -- In a corrected text: where the words of reactions were found again.
    select m.reaction_id, l.start_cp, l.end_cp
    from passage_location l join passage_reaction m on m.passage_id = l.passage_id and m.own
    where l.source_version_id = version and l.start_cp < to_cp and l.end_cp > from_cp
      and l.status in ('exact', 'moved')
  ) near
  where 2 * (least(near.end_cp, to_cp) - greatest(near.start_cp, from_cp))
    >= least(near.end_cp - near.start_cp, to_cp - from_cp)
$$;
--> statement-breakpoint
create or replace function place_passages() returns trigger language plpgsql as $$
begin
  -- Who quotes and who says whose words they are wait for each other: else neither sees the other.
  perform pg_advisory_xact_lock(hashtextextended('words:' || version, 0))
    from (select distinct source_version_id::text as version from added order by 1) placed;
  -- Who wrote a text online wrote all of it, also what it became when they changed their mind.
  insert into passage_reaction (passage_id, reaction_id, own, source_version_id, start_cp, end_cp)
    select p.id, r.id, true, p.source_version_id, p.start_cp, p.end_cp
    from added p
    join source_version v on v.id = p.source_version_id and v.n > 1
    join source s on s.id = v.source_id and s.written_in is not null
    join source_version f on f.source_id = s.id and f.n = 1
    join passage q on q.source_version_id = f.id
    join reaction r on r.passage_id = q.id and r.part_of_id is null and r.divided is null
    where p.start_cp = 0 and p.end_cp = v.characters
    on conflict do nothing;
  insert into passage_reaction (passage_id, reaction_id, own, source_version_id, start_cp, end_cp)
    select p.id, held, false, p.source_version_id, p.start_cp, p.end_cp
    from added p cross join lateral reactions_in(p.source_version_id, p.start_cp, p.end_cp) held
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create or replace trigger passage_placed after insert on passage
  referencing new table as added for each statement execute function place_passages();
--> statement-breakpoint
create or replace function place_reactions() returns trigger language plpgsql as $$
declare
  placed record;
begin
  perform pg_advisory_xact_lock(hashtextextended('words:' || version, 0))
    from (select distinct p.source_version_id::text as version
      from added r join passage p on p.id = r.passage_id order by 1) held;
  insert into passage_reaction (passage_id, reaction_id, own, source_version_id, start_cp, end_cp)
    select p.id, r.id, true, p.source_version_id, p.start_cp, p.end_cp
    from added r join passage p on p.id = r.passage_id;
  -- Words that were quoted before somebody said whose they are. Only where words were added: held against all
  -- passages of a text, thousands of rows that come in batch by batch would take a time of their square.
  for placed in
    select m.source_version_id as version, min(m.start_cp) as from_cp, max(m.end_cp) as to_cp
    from added r join passage_reaction m on m.reaction_id = r.id group by 1
  loop
    insert into passage_reaction (passage_id, reaction_id, own, source_version_id, start_cp, end_cp)
      select p.id, held, false, p.source_version_id, p.start_cp, p.end_cp
      from passage p cross join lateral reactions_in(p.source_version_id, p.start_cp, p.end_cp) held
      where p.source_version_id = placed.version
        and p.start_cp < placed.to_cp and p.end_cp > placed.from_cp
        and not exists (select from passage_reaction o where o.passage_id = p.id and o.own)
      on conflict do nothing;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create or replace trigger reaction_placed after insert on reaction
  referencing new table as added for each statement execute function place_reactions();
--> statement-breakpoint
-- Which words a reaction is never changes: what was placed by them would be wrong.
create or replace trigger reaction_words_immutable before update of passage_id on reaction
  for each row when (old.passage_id is distinct from new.passage_id) execute function refuse_change('never');
--> statement-breakpoint
-- A reaction that is no more holds no words; the words themselves stay.
create or replace function forget_words() returns trigger language plpgsql as $$
begin
  perform set_config('herleid.erasing', 'on', true);
  delete from passage_reaction where reaction_id = old.id;
  perform set_config('herleid.erasing', 'off', true);
  return old;
end $$;
--> statement-breakpoint
create or replace trigger reaction_forgotten before delete on reaction
  for each row execute function forget_words();
--> statement-breakpoint
-- Words that are erased with their source are nobody's any more.
create or replace function forget_holders() returns trigger language plpgsql as $$
begin
  delete from passage_reaction where passage_id = old.id;
  return old;
end $$;
--> statement-breakpoint
create or replace trigger passage_forgotten before delete on passage
  for each row execute function forget_holders();
--> statement-breakpoint
-- What waits for who keeps order, or was not placed, is held: it counts nowhere. It follows from what its answer is. Who
-- takes back what was not placed does not place it.
create or replace function hold_reaction() returns trigger language plpgsql as $$
begin
  update reaction set held = case when new.state in ('waiting', 'refused') then true end
    where (id = new.reaction_id or part_of_id = new.reaction_id) and new.state <> 'withdrawn'
      and held is distinct from case when new.state in ('waiting', 'refused') then true end;
  return null;
end $$;
--> statement-breakpoint
create or replace trigger answer_holds after insert or update of state, reaction_id on answer
  for each row execute function hold_reaction();
--> statement-breakpoint
-- A sentence to the sender of a reaction goes when that is erased: nobody reads it any more.
create or replace function forget_note() returns trigger language plpgsql as $$
begin
  new.note := null;
  return new;
end $$;
--> statement-breakpoint
create or replace trigger moderation_forgotten before update of reaction_id on moderation
  for each row when (new.reaction_id is null) execute function forget_note();
--> statement-breakpoint
-- What was divided holds no words: its parts do. Once it is whole again they are its own, in the text in which it was sent and
-- in all that it became.
create or replace function divide_words() returns trigger language plpgsql as $$
begin
  if new.divided then
    perform set_config('herleid.erasing', 'on', true);
    delete from passage_reaction where reaction_id = new.id;
    perform set_config('herleid.erasing', 'off', true);
    return null;
  end if;
  insert into passage_reaction (passage_id, reaction_id, own, source_version_id, start_cp, end_cp)
    select p.id, new.id, p.start_cp = 0 and p.end_cp = v.characters, p.source_version_id, p.start_cp, p.end_cp
    from passage q
    join source_version f on f.id = q.source_version_id
    join source_version v on v.source_id = f.source_id
    join passage p on p.source_version_id = v.id
    where q.id = new.passage_id
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create or replace trigger reaction_divided after update of divided on reaction
  for each row when (old.divided is distinct from new.divided) execute function divide_words();
--> statement-breakpoint
-- Whether two reactions say the same was said of their words: of other words it is asked again.
create or replace function forget_same() returns trigger language plpgsql as $$
begin
  delete from same_verdict where reaction_id = new.id or other_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create or replace trigger reaction_reworded after update of text on reaction
  for each row when (old.text is distinct from new.text) execute function forget_same();
