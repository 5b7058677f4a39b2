-- A picture belongs to an explanation: without one nobody would see it, and nobody could take it away.
create or replace function drop_picture() returns trigger language plpgsql as $$
begin
  delete from explanation_picture where occurrence_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create or replace trigger statement_occurrence_unexplained after update on statement_occurrence
  for each row when (new.explanation is null and old.explanation is not null)
  execute function drop_picture();
