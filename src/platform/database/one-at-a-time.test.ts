import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../testing.ts'
import { oneAtATime } from './one-at-a-time.ts'

const { url: database_url } = await testDatabase()

test('of two that begin the same work in the same moment one waits for the other, says so, and is told', async () => {
  const done: string[] = []
  const begin = (who: string, work: () => Promise<void> = async () => {}) =>
    oneAtATime(
      { database_url, name: 'the work', waits: () => void done.push(`${who} waits`) },
      async (waited) => {
        await work()
        done.push(`${who} ${waited ? 'after another' : 'first'}`)
      },
    )
  let second: Promise<void> | undefined
  await begin('one', async () => {
    await new Promise<void>((waiting) => {
      second = oneAtATime({ database_url, name: 'the work', waits: waiting }, async (waited) => {
        done.push(`two ${waited ? 'after another' : 'first'}`)
      })
    })
  })
  await second
  await begin('three')
  assert.deepEqual(done, ['one first', 'two after another', 'three first'])
})

test('work that fails lets the next one begin', async () => {
  const asked = { database_url, name: 'other work', waits: () => assert.fail('nobody is at it') }
  await assert.rejects(
    oneAtATime(asked, async () => {
      throw new Error('it failed')
    }),
    /it failed/,
  )
  assert.equal(await oneAtATime(asked, async () => 'done'), 'done')
})
