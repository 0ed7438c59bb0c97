-- A provider's correction goes to the Commissioner's office with its paper: the office then sees which paper it corrects.
alter table papers.correction add column given_to uuid;
alter table papers.correction add foreign key (area_id, given_to) references access.team (area_id, team_id);
grant update (given_to) on papers.correction to waymark_app;
create policy given_to_my_teams on papers.correction for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));
