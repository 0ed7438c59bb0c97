-- A number in an update's words that a measure counts: the measure ('community-points:stage:registered') asked from this day to the day it was so.
alter table papers.figure_source
  add column counted_by text,
  add column counted_from date,
  add constraint counted_as_at check (counted_by is null or as_at_on is not null);
