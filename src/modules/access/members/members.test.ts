import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import { visitor, wordsOf } from '../../../testing/visitor.ts'

const t = await testApp()
const ruth = await t.as('Ruth Adeyemi')
const dan = await t.as('Dan Jessop')
const carys = await t.as('Carys Bevan')
const teamIds = async () =>
  Object.fromEntries(
    await ruth.act(async (ctx) =>
      (await ctx.db.selectFrom('access.team').select(['name', 'team_id']).execute()).map(
        (x) => [x.name, x.team_id] as const,
      ),
    ),
  )
const teams = await teamIds()
const casework = teams['Casework team']!
const typed = {
  name: 'Sam Okafor',
  job_title: 'Caseworker',
  email: 'sam.okafor@example.org',
  roles: ['caseworker'],
  teams: [casework],
}
const codeIn = (text: string) => /app-code--large">([a-z\d-]+)</.exec(text)?.[1] ?? ''
const pathOf = (text: string) => /href="(\/members\/[0-9a-f-]{36})"/.exec(text)?.[1] ?? ''

test('an administrator adds a member, is shown a code once, and the member is known as theirs', async () => {
  const added = await ruth.post('/members/add', typed)
  assert.equal(added.status, 200)
  const code = codeIn(added.text)
  assert.match(code, /^([a-z\d]{4}-){4}[a-z\d]{4}$/)
  const member = await ruth.get(pathOf(added.text))
  assert.match(
    wordsOf(member.text),
    /Sam Okafor.*Caseworker.*sam\.okafor@example\.org.*Casework team.*Has a code/,
  )
  assert.ok(!member.text.includes(code))

  const b = visitor(t.app)
  await b.get('/first-sign-in')
  const came = await b.post('/first-sign-in', { code })
  assert.match(wordsOf(came.text), /Choose a password/)
})

test('what is wrong is said beside its field, with what was typed', async () => {
  const empty = await ruth.post('/members/add', { name: 'Sam' })
  assert.equal(empty.status, 422)
  assert.match(
    wordsOf(empty.text),
    /Enter the member’s e-mail address.*Select what the member does.*Select at least one team/,
  )
  assert.match(empty.text, /value="Sam"/)
  const taken = await ruth.post('/members/add', { ...typed, email: 'Dan.Jessop@example.org' })
  assert.match(wordsOf(taken.text), /Somebody in this area has this e-mail address already/)
  const elsewhere = await ruth.post('/members/add', { ...typed, email: 'holly.tyson@example.org' })
  assert.equal(
    elsewhere.status,
    200,
    'another area’s addresses are none of ours: they neither clash nor show',
  )
})

test('a provider’s administrator cannot make somebody an analyst of the Commissioner’s, nor put them in another organisation’s team', async () => {
  const role = await ruth.post('/members/add', {
    ...typed,
    email: 'a@example.org',
    roles: ['commissioner_analyst'],
  })
  assert.match(wordsOf(role.text), /Select what the member does from the list/)
  const advocates = teams.Advocates!
  const team = await ruth.post('/members/add', { ...typed, email: 'b@example.org', teams: [advocates] })
  assert.match(wordsOf(team.text), /Select teams from the list/)
})

test('a change of teams and roles holds from the member’s next page', async () => {
  const members = await ruth.get('/members')
  const row = new RegExp(`href="(/members/[0-9a-f-]{36})"[^>]*>Dan Jessop`).exec(members.text)!
  assert.equal((await dan.get('/break-glass')).status, 200)
  const all = teams['Victim CARE, all staff']!
  const changed = await ruth.post(`${row[1]}/change`, {
    name: 'Dan Jessop',
    job_title: 'Volunteer',
    email: 'dan.j@example.org',
    roles: ['community_point_worker'],
    teams: [all],
  })
  assert.match(wordsOf(changed.text), /Select what the member does from the list/)
  const moved = await ruth.post(`${row[1]}/change`, {
    name: 'Dan Jessop',
    job_title: 'Administrator',
    email: 'dan.j@example.org',
    roles: ['administrator'],
    teams: [all],
  })
  assert.equal(moved.location, row[1])
  assert.equal((await dan.get('/break-glass')).status, 403)
  assert.equal((await dan.get('/members')).status, 200)
  assert.match(
    wordsOf((await dan.get(row[1]!)).text),
    /dan\.j@example\.org Teams Victim CARE, all staff State/,
  )
})

test('a membership that ends shuts the door at once, and what was recorded stays', async () => {
  const added = await ruth.post('/members/add', { ...typed, name: 'Pat Lowe', email: 'pat.lowe@example.org' })
  const path = pathOf(added.text)
  const pat = await t.as('Pat Lowe')
  assert.equal((await pat.get('/your-sign-in')).status, 200)
  assert.equal((await ruth.post(`${path}/end`)).location, '/members')
  assert.match((await pat.get('/your-sign-in')).location ?? '', /^\/sign-in/)
  const b = visitor(t.app)
  await b.get('/first-sign-in')
  assert.equal(
    (await b.post('/first-sign-in', { code: codeIn(added.text) })).status,
    422,
    'the code does not work any more',
  )
  assert.match(wordsOf((await ruth.get(path)).text), /Left on/)
  assert.equal((await ruth.post(`${path}/new-code`)).status, 422)
})

test('there is always an administrator, and nobody ends themself', async () => {
  const own = `/members/${ruth.actor.actor_id}`
  const self = await ruth.post(`${own}/end`)
  assert.match(wordsOf(self.text), /You cannot end your own membership/)
  const alone = await ruth.post(`${own}/change`, {
    name: 'Ruth Adeyemi',
    job_title: 'Service manager',
    email: 'ruth.adeyemi@example.org',
    roles: ['team_manager'],
    teams: [casework],
  })
  assert.equal(alone.status, 303, 'Dan is an administrator too by now')
  const last = await dan.post(`/members/${dan.actor.actor_id}/change`, {
    name: 'Dan Jessop',
    email: 'dan.j@example.org',
    roles: ['caseworker'],
    teams: [casework],
  })
  assert.match(wordsOf(last.text), /Your organisation needs an administrator/)
})

test('members and teams of another organisation or area are not there', async () => {
  const holly = await t.as('Holly Tyson', 'cumbria')
  for (const someone of [carys.actor.actor_id, holly.actor.actor_id]) {
    for (const page of ['', '/change', '/new-code', '/end'])
      assert.equal((await dan.get(`/members/${someone}${page}`)).status, 404, page)
    assert.equal((await dan.post(`/members/${someone}/new-code`)).status, 404)
    assert.equal((await dan.post(`/members/${someone}/end`)).status, 404)
  }
  assert.ok(!(await dan.get('/members')).text.includes('Carys'))
  assert.equal((await dan.get(`/teams/${teams.Advocates}`)).status, 404)
  for (const who of [carys, ruth]) assert.equal((await who.get('/members')).status, 403)
})

test('a team is added once, of one’s own organisation', async () => {
  const added = await dan.post('/teams/add', { name: 'Hate crime advocates', kind: 'casework' })
  const page = await dan.get(`/teams/${idIn(added.location)}`)
  assert.match(wordsOf(page.text), /Hate crime advocates.*Nobody is in this team yet/)
  assert.match(
    wordsOf((await dan.post('/teams/add', { name: 'Hate crime, advocates', kind: 'restricted' })).text),
    /has a team of this name already/,
  )
  assert.match(
    wordsOf((await dan.post('/teams/add', { name: '123', kind: 'restricted' })).text),
    /must have letters/,
  )
  assert.match(
    wordsOf((await dan.post('/teams/add', { name: 'X', kind: 'all_staff' })).text),
    /from the list/,
  )
})

test('who was added, changed and ended by whom is kept', async () => {
  const kept = await ruth.act((ctx) =>
    ctx.asAuditor((db) =>
      db
        .selectFrom('access.change')
        .select(['table_name', 'operation'])
        .where('actor_id', '=', ruth.actor.actor_id)
        .execute(),
    ),
  )
  for (const wanted of [
    'access.member insert',
    'access.member update',
    'access.account insert',
    'access.invitation insert',
    'access.membership update',
  ])
    assert.ok(
      kept.some((k) => `${k.table_name} ${k.operation}` === wanted),
      wanted,
    )
})
