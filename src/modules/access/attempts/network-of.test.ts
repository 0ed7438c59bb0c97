import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { networkOf } from './network-of.ts'

test('an IPv4 address is its own, however it comes', () => {
  for (const written of ['192.0.2.33', '192.0.2.33:4711', '::ffff:192.0.2.33', '[::ffff:c000:221]:443'])
    assert.equal(networkOf(written), '192.0.2.33', written)
  assert.notEqual(networkOf('192.0.2.34'), networkOf('192.0.2.33'))
})

test('an IPv6 address stands for the network that its caller was given', () => {
  for (const written of [
    '2001:db8:1:2::',
    '2001:DB8:1:2::9',
    '[2001:db8:1:2:a:b:c:d]:443',
    '2001:db8:1:2::1%eth0',
  ])
    assert.equal(networkOf(written), '2001:db8:1:2::/64', written)
  assert.notEqual(networkOf('2001:db8:1:3::9'), networkOf('2001:db8:1:2::9'))
})

test('what is no address is counted as it was told', () => {
  for (const told of ['unknown', '', '2001:db8::g', '[nobody]'])
    assert.equal(typeof networkOf(told), 'string')
  assert.equal(networkOf('unknown'), 'unknown')
})

const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
const written = (numbers: readonly number[]) => numbers.map((each) => each.toString(16)).join(':')

test('the last 64 bits make no difference, and each of the first does', () => {
  fc.assert(
    fc.property(groups, groups, fc.nat(63), (one, other, bit) => {
      fc.pre(one.slice(0, 4).some(Boolean))
      const network = networkOf(written(one))
      assert.equal(networkOf(written([...one.slice(0, 4), ...other.slice(4)])), network)
      const changed = one.with(bit >> 4, one[bit >> 4]! ^ (1 << (bit & 15)))
      fc.pre(changed.slice(0, 4).some(Boolean))
      assert.notEqual(networkOf(written(changed)), network)
    }),
  )
})
