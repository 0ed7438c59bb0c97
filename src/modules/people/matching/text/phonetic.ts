const RULES: [RegExp, string][] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^mac(?=[^aeiou])/, 'mk'],
  [/^mc/, 'mk'],
  [/^x/, 's'],
  [/ph|pf/g, 'f'],
  [/sch|tsch|tch|cz|sz|sh|zh|ch|tz|ts/g, 'x'],
  [/ci(?=[ao])|ti(?=[ao])/g, 'x'],
  [/ckq?|cq|q|kh/g, 'k'],
  [/(?<=.)gh(?![aeiou])/g, ''],
  [/gh/g, 'g'],
  [/dg(?=[eiy])|dj|dzh|dz/g, 'j'],
  [/g(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/th|dt|d/g, 't'],
  [/w|v/g, 'f'],
  [/b(?=$)/g, 'p'],
  [/^y(?=[aeiou])/, 'j'],
  [/(?<=.)h/g, ''],
]

/**
 * A code for how a folded name sounds in English, made for names of many origins: consonants by sound, vowels
 * only at the start, doubled sounds once, at most six signs. Smith and Smyth, Catherine and Kathryn, Szymanski
 * and Shimansky get one code. Our own rules, after the idea of Soundex, NYSIIS and Metaphone. '' for ''.
 */
export function phonetic(name: string): string {
  let code = name.replaceAll(' ', '')
  for (const [from, to] of RULES) code = code.replace(from, to)
  const first = code[0] ?? ''
  const head = /[aeiouy]/.test(first) ? 'a' : first
  return (head + code.slice(1).replace(/[aeiouy]/g, '')).replace(/(.)\1+/g, '$1').slice(0, 6)
}
