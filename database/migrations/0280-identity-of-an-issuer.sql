-- What a provider calls somebody is theirs only there: another issuer may give the same subject to somebody else (OpenID Connect Core 2, 5.7).
-- An organisation that changes to another provider therefore begins with no links, and its members are found by their addresses again.
alter table access.identity_link add column issuer text not null default '';
alter table access.identity_link alter column issuer drop default;
