-- Four eyes, whoever writes: nobody approves a requirement of which they wrote something, and what is approved is what it
-- says at that moment. A step is about a requirement of its own dossier.
create or replace function check_review_step() returns trigger language plpgsql as $$
begin
  if not exists (select from requirement where id = new.requirement_id and dossier_id = new.dossier_id) then
    raise exception 'a review step belongs to the dossier of its requirement' using errcode = 'check_violation';
  end if;
  if new.act in ('approved', 'checked', 'returned') then
    if exists (select from requirement_author
      where requirement_id = new.requirement_id and account_id = new.account_id) then
      raise exception 'nobody reviews a requirement that they wrote' using errcode = 'check_violation';
    end if;
    if not exists (select from requirement where id = new.requirement_id and lock_version = new.n) then
      raise exception 'only what a requirement says now is reviewed' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace trigger review_step_four_eyes before insert on review_step
  for each row execute function check_review_step();
