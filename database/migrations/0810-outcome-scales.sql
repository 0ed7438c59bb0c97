-- Another service's self-assessments may be on another scale than 5 or 10: a score is held to its own, and two scales are never compared.
alter table outcomes.self_assessment drop constraint self_assessment_scale_check;
alter table outcomes.self_assessment add constraint self_assessment_scale_check check (scale between 2 and 100);
