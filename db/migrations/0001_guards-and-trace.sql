-- What must hold whoever writes: quoted words stand where they are said to stand, what is
-- immutable stays so, and the audit only grows.

create function check_passage() returns trigger language plpgsql as $$
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
create trigger passage_checked before insert on passage
  for each row execute function check_passage();
--> statement-breakpoint

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is immutable: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger source_file_immutable before update or delete on source_file
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger source_version_immutable before update or delete on source_version
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger source_block_immutable before update or delete on source_block
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger passage_immutable before update or delete on passage
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger requirement_version_immutable before update or delete on requirement_version
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger core_value_version_immutable before update or delete on core_value_version
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_append_only before update or delete on audit
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_never_emptied before truncate on audit
  for each statement execute function refuse_change();
--> statement-breakpoint

-- All links, read as one: `from` rests on `to`.
create view trace_edge as
  select dossier_id, 'requirement' as from_kind, requirement_id as from_id,
    case when core_value_id is not null then 'coreValue'
         when reaction_id is not null then 'reaction' else 'passage' end as to_kind,
    coalesce(core_value_id, reaction_id, passage_id) as to_id
  from requirement_link where removed_at is null
union all
  select dossier_id, 'coreValue', core_value_id,
    case when reaction_id is not null then 'reaction' else 'passage' end,
    coalesce(reaction_id, passage_id)
  from coding where removed_at is null
union all
  select dossier_id, 'reaction', id, 'passage', passage_id from reaction where passage_id is not null
union all
  select dossier_id, 'reaction', id, 'statement', statement_id from reaction where statement_id is not null
union all
  select dossier_id, 'statement', statement_id, 'passage', passage_id
  from statement_occurrence where passage_id is not null
union all
  select dossier_id, 'statement', statement_id, 'passage', explanation_passage_id
  from statement_occurrence where explanation_passage_id is not null;
