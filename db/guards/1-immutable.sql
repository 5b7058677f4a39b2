-- What is immutable stays so, whoever writes. Only removing a source erases, with its row in the log: it
-- says so in a setting of its transaction (herleid.erasing). The log itself never changes. A file that is no
-- source yet may go, and only such a one still grows.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('herleid.erasing', true) = 'on' and tg_table_name in
    ('source_file', 'source_version', 'source_block', 'passage', 'passage_reaction')
  then
    return old;
  end if;
  if tg_table_name = 'source_file' then
    -- An original that is destroyed: its source says so, for good, and the log why.
    if tg_op = 'DELETE' and current_setting('herleid.erasing', true) = 'original'
      and exists (select from source where id = old.source_id and destroyed_at is not null)
    then
      return old;
    end if;
    -- A corrected file has the id of the version that it becomes.
    if tg_op = 'INSERT' and not exists (select from source where id = new.source_id)
      and not exists (select from source_version where id = new.source_id) then return new; end if;
    if tg_op = 'DELETE' and not exists (select from source where id = old.source_id)
      and not exists (select from source_version where id = old.source_id) then return old; end if;
  end if;
  raise exception '% is immutable: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
do $$
declare
  guarded text;
  word text;
begin
  foreach guarded in array array[
    'source_file', 'source_version', 'source_block', 'passage', 'passage_reaction',
    'requirement_version', 'core_value_version', 'disposition_version', 'disposition_requirement', 'review_step', 'edition', 'edition_part',
    'edition_act', 'edition_comparison', 'audit'
  ] loop
    word := case guarded when 'audit' then 'append_only' else 'immutable' end;
    execute format('drop trigger if exists %I on %I', guarded || '_' || word, guarded);
    execute format(
      'create trigger %I before update or delete on %I for each row execute function refuse_change(%s)',
      guarded || '_' || word, guarded, case guarded when 'audit' then quote_literal('never') else '' end);
  end loop;
  -- Nothing is emptied at one blow: what may go is deleted row by row, each seen by the guards above.
  for guarded in
    select tablename from pg_tables where schemaname = 'public' and tableowner = current_user and tablename <> 'applied_guards'
  loop
    execute format('drop trigger if exists %I on %I', guarded || '_never_emptied', guarded);
    execute format(
      'create trigger %I before truncate on %I for each statement execute function refuse_change(%L)',
      guarded || '_never_emptied', guarded, 'never');
  end loop;
end $$;
--> statement-breakpoint
create or replace trigger source_file_complete before insert on source_file
  for each row execute function refuse_change();
--> statement-breakpoint
create or replace trigger source_destroyed_for_good before update on source
  for each row when (old.destroyed_at is not null and
    (new.destroyed_at, coalesce(new.destroyed_reason, '')) is distinct from
      (old.destroyed_at, coalesce(old.destroyed_reason, '')))
  execute function refuse_change('never');
--> statement-breakpoint
-- How far a chain is only goes forward, and is never forgotten.
create or replace function refuse_back() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.chain = old.chain and new.n > old.n then return new; end if;
  raise exception 'audit_head only goes forward: % refused', tg_op using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create or replace trigger audit_head_forward before update or delete on audit_head
  for each row execute function refuse_back();
