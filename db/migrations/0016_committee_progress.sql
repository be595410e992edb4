-- How far a meeting is: how many have declared and scored, never what. Without it a member would see only their own.
create function committee_progress(p_meeting uuid) returns table (item_id uuid, declared integer, in_conflict integer, scored integer)
language plpgsql stable security definer set search_path = public as $$
begin
  if not app_sees_meeting(p_meeting) then return; end if;
  return query select i.id,
      (select count(*)::integer from committee_declarations d where d.item_id = i.id),
      (select count(*)::integer from committee_declarations d where d.item_id = i.id and d.has_conflict),
      (select count(*)::integer from committee_scores s where s.item_id = i.id)
    from committee_items i where i.meeting_id = p_meeting and app_sees_case(i.case_id);
end $$;
