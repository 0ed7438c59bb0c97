import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hashPassword, isOutdated, isPassword } from './hash-password.ts'
import { whatIsWrongWith } from './password-rules.ts'

test('a password is kept as argon2id at the cost OWASP asks for, and only it opens', async () => {
  const kept = await hashPassword('a secret', 'violin gravel teapot')
  assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(await isPassword('a secret', 'violin gravel teapot', kept), true)
  assert.equal(await isPassword('a secret', 'violin gravel teapo', kept), false)
  assert.equal(await isPassword('another deployment', 'violin gravel teapot', kept), false)
  assert.equal(await isPassword('a secret', 'violin gravel teapot', undefined), false)
  assert.notEqual(kept, await hashPassword('a secret', 'violin gravel teapot'))
})

test('the same letters typed on another keyboard are the same password', async () => {
  const kept = await hashPassword('a secret', 'caf\u00E9 gravel teapot')
  assert.equal(await isPassword('a secret', 'cafe\u0301 gravel teapot', kept), true)
})

test('a hash of an older cost is known to be outdated', async () => {
  const kept = await hashPassword('a secret', 'violin gravel teapot')
  assert.equal(isOutdated(kept), false)
  assert.equal(isOutdated(kept.replace('t=2', 't=1')), true)
})

for (const bad of [
  'short words',
  'Password1234!',
  'P@ssw0rd2024',
  'passwordpassword',
  'qwertyuiop12',
  '123456789012',
  'abcdefghijkl',
  'aaaaaaaaaaaaaa',
  'Nottingham2019',
  'ILoveYouForever1',
  'letmein!letmein!',
  '1qaz2wsx3edc',
  'zyxwvutsrqpon',
  'welcome123456',
])
  test(`"${bad}" is refused as a password`, () => assert.ok(whatIsWrongWith(bad)))

for (const good of [
  'violin gravel teapot',
  'kettleMarsupial9',
  'Tr7#kq!Wm2pz',
  'pan cylchdro llwyfan',
  'лимон забор чайник',
])
  test(`"${good}" will do as a password`, () => assert.equal(whatIsWrongWith(good), undefined))

test('a password made of one\u2019s own name or address is refused', () => {
  assert.ok(whatIsWrongWith('imaniosei2024', ['imaniosei']))
  assert.ok(whatIsWrongWith('imani.osei@example.org', ['imani.osei@example.org']))
  assert.equal(whatIsWrongWith('imani gravel teapot', ['imaniosei']), undefined)
})

test('whatever is typed, the rules answer with a sentence or with nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const answer = whatIsWrongWith(text)
      assert.ok(answer === undefined || /^[A-Z][^.]+(\. [A-Z][^.]+)?$/.test(answer))
    }),
  )
})
