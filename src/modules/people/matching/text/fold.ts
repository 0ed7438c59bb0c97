/** Letters that Unicode does not take apart into a base letter and a mark, by their usual English spelling. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'ng',
  ħ: 'h',
  ə: 'a',
  // Cyrillic (Russian, Ukrainian, Bulgarian, Serbian), after the spelling used on passports
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  й: 'i',
  ї: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'd',
  џ: 'dz',
  ў: 'u',
  // Greek
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}
const ASCII = /^[\x20-\x7e]*$/
const PLAIN = /^[a-z0-9]*$/
const APOSTROPHES = /['’‘`´ʼ.]/g
const ODD = /[^a-z0-9 ]/g

/**
 * Folds text for comparison: lower case, no accents, Cyrillic and Greek in Latin letters, apostrophes and full
 * stops taken out (O'Brien is obrien), every other sign a space, single spaces, none at the ends. Characters of
 * other scripts are kept as they are.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower
  if (ASCII.test(lower)) return tidy(lower.replace(APOSTROPHES, '').replace(ODD, ' '))
  const plain = lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(APOSTROPHES, '')
    .replace(ODD, (sign) => LETTERS[sign] ?? (/[\p{L}\p{N}]/u.test(sign) ? sign : ' '))
  return tidy(plain)
}

function tidy(text: string): string {
  return text.includes('  ') ? text.replace(/ +/g, ' ').trim() : text.trim()
}

/** What people type when they have nothing to type; read as missing in every field. */
const NOTHING = new Set([
  '',
  'unknown',
  'not known',
  'unk',
  'n a',
  'na',
  'none',
  'null',
  'nan',
  'nil',
  'not stated',
  'not given',
  'tbc',
  'x',
  'xx',
  'xxx',
  'test',
  'no name',
  'anonymous',
  'refused',
  'declined',
  'not recorded',
  'not provided',
  'victim',
])

/** Folded text, or '' when it says nothing (unknown, n/a, not given). */
export function foldOrNothing(text: string): string {
  const folded = fold(text)
  return NOTHING.has(folded) ? '' : folded
}
