-- Who worked on a case in the system it was moved from, when they were never a member here (as support.action has it).
alter table support.case add column worker text;
