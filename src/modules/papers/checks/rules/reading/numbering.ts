import type { CheckedPaper, Found, Rule, WordsPart } from '../../model/paper.ts'
import { at } from '../found.ts'

/** Paragraphs are cited by their numbers: none twice, none left out, each under its own section. */
export const numbering: Rule = {
  name: 'numbering',
  title: 'Paragraph numbers',
  find: ({ parts, source }: CheckedPaper) => {
    // A paper written here is numbered by itself.
    if (source === 'draft') return []
    const numbered = parts.filter(
      (part): part is WordsPart =>
        part.kind !== 'table' && part.kind !== 'picture' && part.number !== undefined && part.typed,
    )
    const twice = ownSequences(numbered)
    if (twice) return [twice, ...unnumbered(parts)]
    const found: Found[] = []
    const seen = new Set<string>()
    let before: number[] = []
    for (const part of numbered) {
      const number = part.number!.split('.').map(Number)
      if (number.some(Number.isNaN)) continue
      const wrong = problem(number, before, seen.has(part.number!))
      if (wrong)
        found.push({
          ...at(part),
          quote: `${part.number} ${part.text}`,
          severity: 'look',
          about: part.number!,
          why: wrong,
          to_do: 'Number it again, so that everybody cites the same paragraph.',
        })
      seen.add(part.number!)
      before = number
    }
    return [...found, ...unnumbered(parts)]
  },
}

/** Sections 1 to 7, and paragraphs 1 to 17 through all of them: two things that are cited alike, told once. */
function ownSequences(numbered: readonly WordsPart[]): Found | undefined {
  const runOf = (kinds: readonly string[]) =>
    numbered.filter(({ kind }) => kinds.includes(kind)).map(({ number }) => Number(number))
  const goesOn = (run: readonly number[]) =>
    run.length > 2 && run.every((number, index) => number === index + 1)
  const [sections, paragraphs] = [runOf(['heading']), runOf(['paragraph', 'bullet'])]
  const second = numbered.find(({ kind, number }) => kind !== 'heading' && number === '1')
  if (!second || !goesOn(sections) || !goesOn(paragraphs)) return undefined
  return {
    ...at(second),
    quote: `1 ${second.text}`,
    severity: 'look',
    about: '1',
    why: `Sections are numbered 1 to ${sections.length} and paragraphs 1 to ${paragraphs.length}: a number may be either.`,
    to_do: 'Number paragraphs within their section (4.1, 4.2), or leave the sections without numbers.',
  }
}

function problem(number: readonly number[], before: readonly number[], again: boolean): string | undefined {
  const said = number.join('.')
  if (again)
    return number.length === 1
      ? `Number ${said} is there twice: a heading and its paragraph, or two sections.`
      : `Number ${said} is there twice.`
  if (number.length === 1)
    return before.length > 0 && number[0]! > before[0]! + 1
      ? `It is number ${said}, after ${before.join('.')}.`
      : undefined
  const section = number.slice(0, -1)
  if (before.length === 0 || number.length < before.length) return undefined
  if (section[0] !== before[0]) return `It is number ${said}, in section ${before[0]}.`
  const last = number.length === before.length ? before.at(-1)! : 0
  return number.at(-1)! > last + 1
    ? `It is number ${said}, after ${before.join('.')}: a number is left out.`
    : undefined
}

/** A paragraph without a number in front of the numbered ones of its section. */
const unnumbered = (parts: CheckedPaper['parts']): Found[] =>
  parts.flatMap((part, index): Found[] => {
    const [heading, next] = [parts[index - 1], parts[index + 1]]
    if (
      part.kind !== 'paragraph' ||
      part.number ||
      part.text.length < 80 ||
      part.zone !== 'body' ||
      part.update
    )
      return []
    if (
      heading?.kind !== 'heading' ||
      !heading.number ||
      next?.kind !== 'paragraph' ||
      !next.number?.startsWith(`${heading.number}.`)
    )
      return []
    return [
      {
        ...at(part),
        quote: part.text,
        severity: 'look',
        why: `The paragraph before ${next.number} has no number: nobody can cite it.`,
        to_do: 'Number it, and those that follow.',
      },
    ]
  })
