-- One page of the referrals behind a figure, for the readers of the figures. A function, since the planner does not see a limit from outside a view
-- that is a barrier, and joined all referrals for fifty. Planned anew each time, with only the conditions that there are.
create function health_records(p_measure text, p_dimension text, p_value text, p_from date, p_to date, p_after uuid, p_limit integer)
returns setof referral_facts language plpgsql stable security definer rows 60 set search_path = public as $$
begin
  return query execute format($q$
    select r.case_id, c.reference, c.district_pcode, c.team_id, c.status, r.service, r.priority, r.facility_id, r.requested_at, r.due_at, r.accepted_at,
      r.attended_at, r.completed_at, r.outcome, r.reject_reason, r.missed_count, r.sex, r.age_band, r.displacement, r.has_disability
    from referrals r join cases c on c.id = r.case_id
    where %s and r.requested_at >= %L and r.requested_at < %L and %s and %s and %s
    order by r.case_id desc limit %s $q$,
    case when app_health_figures() then 'true' when app_is('supervisor') and app_health() then format('c.team_id = any (%L::uuid[])', app_teams()) else 'false' end,
    p_from::timestamp at time zone 'Asia/Baghdad', (p_to + 1)::timestamp at time zone 'Asia/Baghdad',
    case when p_after is null then 'true' else format('r.case_id < %L', p_after) end,
    case p_measure when 'referrals' then 'true' when 'accepted' then 'r.accepted_at is not null' when 'attended' then 'r.attended_at is not null'
      when 'known' then $o$r.outcome <> 'unknown'$o$ when 'missed' then 'r.missed_count > 0' when 'rejected' then 'r.reject_reason is not null' else 'false' end,
    case when p_dimension is null then 'true' else case p_dimension when 'service' then format('r.service = %L', p_value)
      when 'priority' then format('r.priority = %L', p_value) when 'outcome' then format($o$coalesce(r.outcome, 'open') = %L$o$, p_value)
      when 'facility' then format('r.facility_id::text = %L', p_value) when 'sex' then format('r.sex = %L', p_value)
      when 'age_band' then format('r.age_band = %L', p_value) when 'displacement' then format('r.displacement = %L', p_value)
      when 'disability' then case p_value when 'yes' then 'r.has_disability' when 'no' then 'r.has_disability is not true' else 'false' end
      when 'district' then format('c.district_pcode = %L', p_value) else 'false' end end,
    p_limit);
end $$;
--> statement-breakpoint
revoke execute on function health_records(text, text, text, date, date, uuid, integer) from public, sanad_system;
--> statement-breakpoint
grant execute on function health_records(text, text, text, date, date, uuid, integer) to sanad_app;
