import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { answer } from './safe-contact.ts'
import {
  type Channel,
  CHANNELS,
  type KnownAddress,
  type KnownMethod,
  STOP_REASONS,
  type StopReason,
} from './words.ts'

const TODAY = '2026-11-22'
const safe = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
const someDay = fc.constantFrom(null, '2020-01-01', TODAY, '2027-01-01')

const method: fc.Arbitrary<KnownMethod> = fc
  .record({
    contact_method_id: fc.uuid(),
    kind: fc.constantFrom('mobile' as const, 'phone' as const, 'email' as const),
    value: fc.nat(5).map((n) => `SECRET-METHOD-${n}`),
    safe,
    message_ok: safe,
    withhold_caller_id: fc.boolean(),
    hours: fc.constantFrom(null, 'after 6pm'),
    shared_with: fc.constantFrom(null, 'her mother'),
    notes: fc.constantFrom(null, 'ring twice'),
    checked_on: someDay,
    review_on: someDay,
    stopped: fc.boolean(),
    reason: fc.constantFrom(...(Object.keys(STOP_REASONS) as StopReason[])),
  })
  .map(({ stopped, reason, ...rest }) => ({
    ...rest,
    stopped_on: stopped ? TODAY : null,
    stopped_because: stopped ? reason : null,
  }))
const address: fc.Arbitrary<KnownAddress> = fc.record({
  address_id: fc.uuid(),
  line: fc.nat(999).map((n) => `SECRET-ADDRESS-${n}`),
  town: fc.constant('Newark'),
  postcode: fc.constant('NG24 1AA'),
  safe,
  message_ok: safe,
  suspect_lives_here: fc.boolean(),
  protected: fc.boolean(),
  until: someDay,
})
const person = fc.record({
  person_id: fc.uuid(),
  sensitive: fc.boolean(),
  sensitive_because: fc.constant(null),
  date_of_birth: fc.constantFrom(null, '1980-05-01', '2008-11-23', '2008-11-22', '2020-01-01'),
  code_word: fc.constantFrom(null, 'tulip'),
  address_protected: fc.boolean(),
})
const anything = fc.record({
  person,
  methods: fc.array(method, { maxLength: 5 }),
  addresses: fc.array(address, { maxLength: 3 }),
  caseIsSensitive: fc.boolean(),
})
const sensitiveOne = anything.filter(
  ({ person, caseIsSensitive }) =>
    person.sensitive || caseIsSensitive || ['2008-11-23', '2020-01-01'].includes(person.date_of_birth ?? ''),
)
type Anything = typeof anything extends fc.Arbitrary<infer T> ? T : never
const ask = ({ person, methods, addresses, caseIsSensitive }: Anything) =>
  answer(person, methods, addresses, caseIsSensitive, TODAY)
const check = (all: fc.Arbitrary<Anything>, holds: (asked: Anything) => void) =>
  fc.assert(fc.property(all, holds), { numRuns: 1500 })

test('on a sensitive case no value leaves the door but of a route that the person called safe', () => {
  check(sensitiveOne, (asked) => {
    const said = JSON.stringify(ask(asked))
    for (const one of asked.methods)
      if (one.safe !== 'yes') assert.ok(!said.includes(`"${one.value}"`), 'an unsafe or unknown number')
    for (const one of asked.addresses)
      if (
        one.safe !== 'yes' &&
        !asked.addresses.some((other) => other.safe === 'yes' && other.line === one.line)
      )
        assert.ok(!said.includes(`${one.line},`), 'an unsafe or unknown address')
  })
})

test('what is stopped, called unsafe, left, or shared with the suspect is never given, sensitive or not', () => {
  check(anything, (asked) => {
    for (const route of ask(asked).routes) {
      if (!route.allowed) continue
      const one = asked.methods.find((m) => m.contact_method_id === route.record_id)
      if (one) assert.ok(one.safe !== 'no' && one.stopped_on === null)
      const at = asked.addresses.find((a) => a.address_id === route.record_id)
      if (at) assert.ok(at.safe !== 'no' && !at.suspect_lives_here && !(at.until && at.until <= TODAY))
    }
  })
})

test('a number recorded twice is as safe as the worst that is said of it', () => {
  const given = {
    contact_method_id: '1',
    kind: 'mobile',
    value: '07700 900111',
    safe: 'yes',
    message_ok: 'yes',
    withhold_caller_id: false,
    hours: null,
    shared_with: null,
    notes: null,
    checked_on: null,
    review_on: null,
    stopped_on: null,
    stopped_because: null,
  } as const
  const who = {
    person_id: '',
    sensitive: false,
    sensitive_because: null,
    date_of_birth: null,
    code_word: null,
    address_protected: false,
  }
  const again = { ...given, contact_method_id: '2', value: '+447700900111', safe: 'no' as const }
  assert.equal(answer(who, [given], [], false, TODAY).channels.call.allowed, true)
  assert.equal(answer(who, [given, again], [], false, TODAY).channels.call.allowed, false)
})

test('without agreement to messages: no letter, no voicemail, and only the neutral text', () => {
  check(anything, (asked) => {
    for (const route of ask(asked).routes) {
      if (!route.allowed) continue
      const agreed =
        asked.methods.find((m) => m.contact_method_id === route.record_id)?.message_ok === 'yes' ||
        asked.addresses.find((a) => a.address_id === route.record_id)?.message_ok === 'yes'
      if (agreed) continue
      assert.notEqual(route.channel, 'letter')
      assert.equal(route.may_leave_message, false)
      assert.equal(route.neutral_only, true)
    }
  })
})

test('a sensitive call is made with the number withheld, and a sensitive text is neutral', () => {
  check(sensitiveOne, (asked) => {
    for (const route of ask(asked).routes) {
      if (!route.allowed) continue
      if (route.channel === 'call') assert.equal(route.withhold_caller_id, true)
      assert.equal(route.neutral_only, true)
      if (route.channel === 'call' && asked.person.code_word)
        assert.ok(route.how.some((line) => line.includes('code word')))
    }
  })
})

test('where the address is protected, no other address stands in for it', () => {
  check(anything, (asked) => {
    if (!asked.person.address_protected) return
    for (const route of ask(asked).routes)
      if (route.kind === 'address')
        assert.ok(asked.addresses.find((a) => a.address_id === route.record_id)!.protected)
  })
})

test('every channel is answered: allowed with a value, or refused with a reason and without one', () => {
  check(anything, (asked) => {
    const { channels, summary } = ask(asked)
    assert.deepEqual(Object.keys(channels), Object.keys(CHANNELS))
    for (const channel of Object.keys(CHANNELS) as Channel[]) {
      const one = channels[channel]
      if (one.allowed) assert.ok(one.value.startsWith('SECRET'))
      else assert.ok(one.because.length > 10 && !('value' in one) && !one.because.includes('SECRET'))
    }
    assert.ok(!summary.includes('SECRET'))
  })
})

test('a child is contacted as a sensitive case until the 18th birthday', () => {
  const child = {
    person_id: '',
    sensitive: false,
    sensitive_because: null,
    code_word: null,
    address_protected: false,
  }
  assert.equal(answer({ ...child, date_of_birth: '2008-11-23' }, [], [], false, TODAY).sensitive, true)
  assert.equal(answer({ ...child, date_of_birth: '2008-11-22' }, [], [], false, TODAY).sensitive, false)
  assert.equal(answer({ ...child, date_of_birth: null }, [], [], false, TODAY).sensitive, false)
})

test('nothing recorded is not called unsafe, and a town alone is nowhere to write to or to visit', () => {
  const known = {
    person_id: '',
    sensitive: false,
    sensitive_because: null,
    date_of_birth: null,
    code_word: null,
    address_protected: false,
  }
  assert.equal(answer(known, [], [], false, TODAY).summary, 'No way of contact recorded')
  const town: KnownAddress = {
    address_id: '',
    line: '',
    town: 'Newark',
    postcode: 'NG24 1AA',
    safe: 'yes',
    message_ok: 'yes',
    suspect_lives_here: false,
    protected: false,
    until: null,
  }
  const { channels, summary } = answer(known, [], [town], false, TODAY)
  assert.equal(channels.visit.allowed, false)
  assert.equal(channels.letter.allowed, false)
  assert.equal(summary, 'No safe route: do not contact')
  assert.equal(
    answer(known, [], [{ ...town, line: '3 Mill Lane' }], false, TODAY).channels.visit.allowed,
    true,
  )
})
