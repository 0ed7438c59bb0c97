// For tests: what the originals say, taken from their text apart from the code that reads or prints them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const HERE = import.meta.dirname
export const themePaper = (theme: 1 | 2) =>
  readFileSync(
    join(HERE, '..', '..', 'delivery-plan', 'imports', 'papers', `notts-2020-theme-${theme}.txt`),
    'utf8',
  )
export const cumbriaPaper = () =>
  readFileSync(join(HERE, 'papers', 'cumbria-2022-focus-on-victims.txt'), 'utf8')

/** The rows of a theme paper's table, by their tabs. */
export const rowsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length === 4 && /^\d+$/.test(cells[0]!) && cells[3] === 'G')
    .map(([number, owners, words]) => ({ number: Number(number), owners: owners!, words: words! }))

/** Only letters, figures and signs of money and share, so that layout does not count. */
export const bare = (text: string) =>
  text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(amp|quot|lt|gt);/g, ' ')
    .replaceAll(/[^A-Za-z0-9£%]+/g, ' ')
    .trim()

export type Section = { number: number; title: string; paragraphs: string[] }

/** The numbered sections of the Cumbria paper with their paragraphs; lines that a page cut are joined, its footnote is left out. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = []
  for (const raw of text.split('\n')) {
    const line = raw.replace(/^- /, '').trim()
    if (line === '' || line === '.' || line.startsWith('¹')) continue
    const title = /^(\d) ([A-Z].*)$/.exec(line)
    const paragraph = /^\d\.\d+ (.*)$/.exec(line)
    const last = sections.at(-1)
    if (title) sections.push({ number: Number(title[1]), title: title[2]!, paragraphs: [] })
    else if (!last) continue
    else if (paragraph) last.paragraphs.push(paragraph[1]!)
    else if (last.paragraphs.length === 0) last.paragraphs.push(line)
    else last.paragraphs[last.paragraphs.length - 1] += ` ${line}`
  }
  return sections
}

/** The figures of the Cumbria paper that its services and funders gave, each with where the paper says it comes from. */
export const SOURCED = [
  [
    'better able to cope, all-crime service',
    '82%',
    'Victim Support, final against first assessment, March 2022',
  ],
  [
    'health and well-being improved, all-crime service',
    '65%',
    'Victim Support, final against first assessment, March 2022',
  ],
  [
    'health and well-being increased, therapeutic services',
    '89%',
    'The Birchall Trust and Safety Net, contract management',
  ],
  [
    'ability to cope improved, therapeutic services',
    '87%',
    'The Birchall Trust and Safety Net, contract management',
  ],
  [
    'positive impact, Women’s Community Matters',
    '99%',
    'Feedback forms of service users funded via the OPCC',
  ],
  ['National IDVA Fund over two years', '£655,285', 'Ministry of Justice, National IDVA Fund'],
  ['additional from Ministry of Justice, 2021-22', '£454,605', 'Grant letter, Ministry of Justice'],
  ['additional from NHS England, 2021-22', '£43,506', 'Grant letter, NHS England'],
  [
    'awarded to local organisations each year',
    '£261,028',
    'Ministry of Justice, domestic abuse and sexual violence funding',
  ],
  ['Safer Streets round 2', '£333,621', 'Home Office, Safer Streets Fund round 2'],
  ['Safer Streets round 3', '£191,584', 'Home Office, Safer Streets Fund round 3'],
  ['Safety of Women at Night', '£114,096', 'Home Office, Safety of Women at Night fund'],
] as const
