-- From the first definitive edition on codes are fixed: people refer to them.
create or replace function check_requirement_code() returns trigger language plpgsql as $$
begin
  if exists (select from edition where dossier_id = new.dossier_id and kind = 'definitive') then
    raise exception 'codes are fixed once an edition was adopted' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace trigger requirement_code_fixed before update of code on requirement
  for each row when (old.code is distinct from new.code) execute function check_requirement_code();
--> statement-breakpoint
-- Four eyes: nobody adopts a definitive edition in which they wrote; and one follows another of its own dossier.
create or replace function check_edition() returns trigger language plpgsql as $$
begin
  if new.kind = 'definitive' and exists (
    select from requirement_author a join requirement r on r.id = a.requirement_id
    where a.dossier_id = new.dossier_id and r.dropped_at is null and a.account_id = new.created_by)
  then
    raise exception 'nobody adopts an edition in which they wrote' using errcode = 'check_violation';
  end if;
  if new.previous_id is not null
    and not exists (select from edition where id = new.previous_id and dossier_id = new.dossier_id)
  then
    raise exception 'an edition follows one of its own dossier' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace trigger edition_four_eyes before insert on edition
  for each row execute function check_edition();
