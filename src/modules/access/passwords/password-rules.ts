import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const LEAST = 12

// One word a line; passwords that turn up in every list of breached ones, and the words people of this field reach for.
const COMMON = new Set(
  readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
)

const LOOKS_LIKE: Record<string, string> = {
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * What is wrong with a new password, or undefined. Length rather than odd characters (NCSC: three random words; NIST SP 800-63B);
 * refused are passwords found in breaches, also when dressed up with digits, and the member's own name or address.
 */
export function whatIsWrongWith(password: string, own: readonly string[] = []): string | undefined {
  if (lettersOf(password).length < LEAST)
    return `Your password must be ${LEAST} characters or more. Three words that have nothing to do with each other work well`
  if (new Set(password.toLowerCase()).size < 5 || isSequence(password))
    return 'Your password must not be one character or a row of the keyboard repeated'
  if (isCommon(password)) return 'That password is among the first that somebody would try. Choose another'
  if (own.some((word) => word.length > 3 && fold(password).replaceAll(fold(word), '').length < 6))
    return 'Your password must not be made of your own name or e-mail address'
  return undefined
}

const fold = (text: string) =>
  lettersOf(text.toLowerCase())
    .map((c) => LOOKS_LIKE[c] ?? c)
    .join('')
const lettersOf = (text: string) => Array.from(text)
const letters = (text: string) => text.replaceAll(/[^a-z]/g, '')

function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  const forms = [
    plain,
    fold(plain),
    letters(plain),
    letters(fold(plain)),
    letters(fold(plain.replace(/[\d!?.@#$*]+$/, ''))),
  ]
  return forms.some((form) => COMMON.has(form) || COMMON.has(halved(form)))
}

/** 'passwordpassword' is 'password'. */
const halved = (text: string) => /^(.+?)\1+$/.exec(text)?.[1] ?? text

const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
].flatMap((row) => [row, row.split('').toReversed().join('')])

/** Made of few pieces of alphabet or keyboard: 'qwertyuiop12', 'abcd1234efgh'. */
function isSequence(password: string): boolean {
  const length = password.length
  let pieces = 0
  for (let rest = password.toLowerCase(); rest !== ''; pieces++) {
    let piece = 1
    while (piece < rest.length && ROWS.some((row) => row.includes(rest.slice(0, piece + 1)))) piece++
    rest = rest.slice(piece)
  }
  return pieces <= length / 3
}
