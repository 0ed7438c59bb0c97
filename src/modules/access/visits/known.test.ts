import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { newId } from '#platform/act.ts'
import { hashToken } from '#platform/http/session-cookie.ts'
import { testApp } from '../../../testing/cast.ts'
import { makeKnown } from './known.ts'
import { makeOpenVisit } from './open-visit.ts'

const t = await testApp()
const [dan, carys] = [await t.as('Dan Jessop'), await t.as('Carys Bevan')]

// Two web processes: whatever is changed holds in both from the next page on.
const doors = [makeOpenVisit(t.pools), makeOpenVisit(t.pools)]
const shownBy = (cookie: string) => {
  const [area_id, token] = /waymark=([^.]+)\.(.+)/.exec(cookie)!.slice(1) as [string, string]
  return { area_id, token_hash: hashToken(token) }
}
const comeTo = (door: (typeof doors)[number], cookie: string) =>
  door(shownBy(cookie), {
    visit_id: newId(),
    action: 'look',
    method: 'GET',
    path: '/',
    record_id: undefined,
  })
const came = async (cookie: string) => {
  const [one, other] = await Promise.all(doors.map((door) => comeTo(door, cookie)))
  assert.deepEqual(one, other)
  return one
}

async function asAdministrator(statement: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: t.url })
  await client.connect()
  await client.query('set session_replication_role = replica') // no trigger counts it
  await client.query(statement, values)
  await client.end()
}

test('whoever comes again is the same, and is written down each time', async () => {
  const looks = () =>
    dan.act((ctx) =>
      ctx.asAuditor(
        async (db) =>
          (
            await db
              .selectFrom('access.visit')
              .select('visit_id')
              .where('actor_id', '=', dan.actor.actor_id)
              .execute()
          ).length,
      ),
    )
  const before = await looks()
  const first = await comeTo(doors[0]!, dan.cookie)
  const again = await Promise.all(Array.from({ length: 5 }, () => comeTo(doors[0]!, dan.cookie)))
  assert.equal(first?.name, 'Dan Jessop')
  for (const one of again) assert.equal(one, first, 'nothing changed: not looked up again')
  assert.equal(await looks(), before + 6)
})

test('however many come at once, no commit is for more than a hundred, and each is who they are', async () => {
  const widths: number[] = []
  const query = (asked: { name: string; text: string; values: unknown[][] }) => {
    if (asked.name === 'open_visits') widths.push(asked.values[1]!.length)
    return t.pools.visits.query(asked)
  }
  const door = makeOpenVisit({ visits: { query } } as never)
  const everybody = await Promise.all(
    Array.from({ length: 250 }, (_, i) => comeTo(door, (i % 2 ? dan : carys).cookie)),
  )
  assert.ok(everybody.every((actor, i) => actor?.name === (i % 2 ? 'Dan Jessop' : 'Carys Bevan')))
  assert.deepEqual(widths, [1, 100, 100, 49])
})

test('a change of name, roles, organisation or area holds from the next page on, in every process', async () => {
  const { actor_id, organisation_id } = dan.actor
  const was = await came(dan.cookie)
  await dan.act((ctx) =>
    ctx.db
      .updateTable('access.member')
      .set({ name: 'Daniel Jessop', roles: ['intake'] })
      .where('member_id', '=', actor_id)
      .execute(),
  )
  const renamed = await came(dan.cookie)
  assert.deepEqual([renamed?.name, renamed?.roles], ['Daniel Jessop', ['intake']])
  await dan.act((ctx) =>
    ctx.db
      .updateTable('access.organisation')
      .set({ name: 'Victim CARE, renamed' })
      .where('organisation_id', '=', organisation_id)
      .execute(),
  )
  assert.equal((await came(dan.cookie))?.organisation_name, 'Victim CARE, renamed')
  await dan.act((ctx) => ctx.db.updateTable('access.area').set({ name: 'Notts' }).execute())
  assert.equal((await came(dan.cookie))?.area_name, 'Notts')
  await dan.act((ctx) =>
    ctx.db
      .updateTable('access.member')
      .set({ name: 'Dan Jessop', roles: [...was!.roles] })
      .where('member_id', '=', actor_id)
      .execute(),
  )
})

test('a team that is joined is among the teams at once, and one that is left is not', async () => {
  const was = (await came(dan.cookie))!.team_ids
  const { team_id } = await dan.act((ctx) =>
    ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('name', '=', 'Protected cases')
      .executeTakeFirstOrThrow(),
  )
  const { membership_id } = await dan.act((ctx) =>
    ctx.db
      .insertInto('access.membership')
      .values({ team_id, member_id: dan.actor.actor_id })
      .returning('membership_id')
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual((await came(dan.cookie))!.team_ids.toSorted(), [...was, team_id].toSorted())
  await dan.act((ctx) =>
    ctx.db
      .updateTable('access.membership')
      .set({ ends_at: ctx.now })
      .where('membership_id', '=', membership_id)
      .execute(),
  )
  assert.deepEqual((await came(dan.cookie))!.team_ids.toSorted(), was.toSorted())
})

test('a membership for a limited time ends by itself, though nothing was changed', async () => {
  let came_at = Date.now()
  const whoAre = makeKnown(t.pools)
  const { area_id, token_hash } = shownBy(dan.cookie)
  const teams = async () => {
    const { rows } = await t.pools.visits.query<{ standing: number }>(
      'select standing from access.who_came($1, $2)',
      [area_id, [Buffer.from(token_hash, 'hex')]],
    )
    const visit = { visit_id: newId(), token_hash, standing: rows[0]!.standing, came_at }
    return (await whoAre(area_id, [visit])).get(visit.visit_id)!.team_ids.length
  }
  const usual = await teams()
  const { rows } = await t.pools.visits.query(
    `select m.team_id from access.who_came($1, $2) w, unnest(w.team_ids) as m (team_id)`,
    [area_id, [Buffer.from(token_hash, 'hex')]],
  )
  const { membership_id } = await dan.act(async (ctx) => {
    const { team_id } = await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where(
        'team_id',
        'not in',
        rows.map((row) => row.team_id as string),
      )
      .executeTakeFirstOrThrow()
    return ctx.db
      .insertInto('access.membership')
      .values({
        team_id,
        member_id: dan.actor.actor_id,
        ends_at: new Date(Date.now() + 3_600_000),
      })
      .returning('membership_id')
      .executeTakeFirstOrThrow()
  })
  assert.equal(await teams(), usual + 1)
  // The hour is over in the database, and nobody counted a change.
  await asAdministrator(
    `update access.membership set ends_at = now() - interval '1 second' where membership_id = $1`,
    [membership_id],
  )
  assert.equal(await teams(), usual + 1, 'remembered until the hour is over')
  came_at += 4_000_000
  assert.equal(await teams(), usual)
})

test('a session that lay idle too long stays over, though it is shown together with good ones', async () => {
  const idle = async (cookie: string, minutes: number) =>
    asAdministrator(
      `update access.session set last_seen_at = now() - make_interval(mins => $2) where token_hash = $1`,
      [Buffer.from(shownBy(cookie).token_hash, 'hex'), minutes],
    )
  const again = await t.as('Dan Jessop')
  // While the first is looked at, the others wait and go together.
  const together = () =>
    Promise.all([dan.cookie, again.cookie, carys.cookie].map((cookie) => comeTo(doors[0]!, cookie)))
  assert.ok((await together()).every((actor) => actor !== undefined))
  await idle(again.cookie, 31)
  await idle(carys.cookie, 2)
  for (let tries = 0; tries < 2; tries++)
    assert.deepEqual(
      (await together()).map((actor) => actor?.name),
      ['Dan Jessop', undefined, 'Carys Bevan'],
    )
})

test('of whoever left no look is written down: they saw nothing', async () => {
  const ruth = await t.as('Ruth Adeyemi')
  const looks = async () =>
    (
      await dan.act((ctx) =>
        ctx.asAuditor((db) =>
          db
            .selectFrom('access.visit')
            .select('visit_id')
            .where('actor_id', '=', ruth.actor.actor_id)
            .execute(),
        ),
      )
    ).length
  assert.ok(await came(ruth.cookie))
  const before = await looks()
  await dan.act((ctx) =>
    ctx.db
      .updateTable('access.member')
      .set({ left_at: ctx.now })
      .where('member_id', '=', ruth.actor.actor_id)
      .execute(),
  )
  assert.equal(await came(ruth.cookie), undefined)
  assert.equal(await looks(), before)
})

test('whoever left, or whose session was ended, is nobody from then on', async () => {
  assert.equal((await came(carys.cookie))?.name, 'Carys Bevan')
  await carys.act((ctx) =>
    ctx.db
      .updateTable('access.member')
      .set({ left_at: ctx.now })
      .where('member_id', '=', carys.actor.actor_id)
      .execute(),
  )
  assert.equal(await came(carys.cookie), undefined)
  await dan.act((ctx) =>
    ctx.db
      .updateTable('access.session')
      .set({ revoked_at: ctx.now })
      .where('member_id', '=', dan.actor.actor_id)
      .execute(),
  )
  assert.equal(await came(dan.cookie), undefined)
})
