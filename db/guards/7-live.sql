-- Who follows an online consultation hears that something in it changed, once it is kept: not what, and not by whom.
-- Whoever writes it, so that no command can forget to say so.
create or replace function tell_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('herleid_live', case when tg_op = 'DELETE' then old.consultation_id else new.consultation_id end::text);
  return null;
end $$;
--> statement-breakpoint
create or replace trigger answer_told after insert or update or delete on answer
  for each row execute function tell_changed();
--> statement-breakpoint
create or replace trigger flag_told after insert or update on flag
  for each row execute function tell_changed();
--> statement-breakpoint
create or replace trigger online_consultation_told after update on online_consultation
  for each row execute function tell_changed();
--> statement-breakpoint
-- Words may be read by who sees no names once they were searched: that comes after them.
create or replace function tell_searched() returns trigger language plpgsql as $$
begin
  perform pg_notify('herleid_live', a.consultation_id::text)
  from source_version v join answer a on a.source_id = v.source_id
  where v.id = new.source_version_id;
  return null;
end $$;
--> statement-breakpoint
create or replace trigger personal_search_told after insert on personal_search
  for each row execute function tell_searched();
--> statement-breakpoint
-- What the screen in a room shows.
create or replace trigger room_meeting_told after insert or update on room_meeting
  for each row execute function tell_changed();
--> statement-breakpoint
create or replace function tell_noted() returns trigger language plpgsql as $$
begin
  perform pg_notify('herleid_live', m.consultation_id::text) from room_meeting m
  where m.id = case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
  return null;
end $$;
--> statement-breakpoint
create or replace trigger room_note_told after insert or delete on room_note
  for each row execute function tell_noted();
--> statement-breakpoint
-- And when its words, its group or its role are corrected: those stand with the reaction.
create or replace function tell_corrected() returns trigger language plpgsql as $$
begin
  perform pg_notify('herleid_live', m.consultation_id::text)
  from room_note n join room_meeting m on m.id = n.meeting_id where n.reaction_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create or replace trigger reaction_told after update of lock_version on reaction
  for each row when (old.lock_version <> new.lock_version) execute function tell_corrected();
