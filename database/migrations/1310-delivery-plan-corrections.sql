-- A paper leaves out what a later update corrects: found by what corrects it, not by reading every update of the area.
create index on delivery_plan.update (area_id, corrects) where corrects is not null;
