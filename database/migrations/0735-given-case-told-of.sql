-- What the service that gives a case keeps of it is that it was taken, by whom and when: on the page of the person, whose record stays theirs.
alter table support.hand_over add column person_id uuid;     -- the giver's record; null in offers of before
alter table support.hand_over add foreign key (area_id, person_id) references people.person (area_id, person_id);
create index on support.hand_over (area_id, person_id);

-- Who referred the person, written for the service that takes the case (decision 2): it cannot read the referral, and tells the referrer when
-- the work ends, as far as its own agreement with them allows. Nothing of the person: what stands in every receipt. It follows the case.
create table support.given_referrer (
  area_id           uuid not null default access.area_id(),
  case_id           uuid not null,
  held_by           uuid not null,
  referral_id       uuid not null,
  name              text not null,
  team_id           uuid not null,             -- the referrer's, which holds its receipts
  reference         text not null,
  sent_on           date not null,
  file_name         text not null,
  row_number        int not null,
  victim_number     int not null,
  occurrence_number text,
  given_at          timestamptz not null default now(),
  given_by          uuid default access.actor_id(),
  primary key (area_id, case_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade,
  foreign key (area_id, referral_id) references referrals.referral (area_id, referral_id),
  foreign key (area_id, team_id) references access.team (area_id, team_id));
create index on support.given_referrer (area_id, referral_id);
select access.protect('support.given_referrer', 'select, insert');
