-- Jobs were counted without their hours; they stand as full-time, and those of today as men's, until the plan is next saved.
update business_plans set jobs_now_men_full = jobs_now, jobs_planned_women_full = jobs_planned_women, jobs_planned_men_full = jobs_planned_men;
