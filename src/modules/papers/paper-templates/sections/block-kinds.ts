import { measureNamed, MEASURES } from '#insight'
import type { TemplateBlock } from '../../templates/template.ts'
import type { Draft } from '../draft.ts'
import { BREAKDOWNS, withWords } from './figures-by-words.ts'

type Kind = {
  label: string
  /** What a paper must be about for it. */
  about?: Draft['about']
  /** What a new one is; what it asks for is changed on its page. */
  make: () => TemplateBlock
  /** What its page asks for; nothing: it has no page. */
  asks?: 'words' | 'line' | 'measures'
}

const [firstLine = ''] = BREAKDOWNS.keys()
const [measure = '', dimension = ''] = firstLine.split('|')
const line = () => ({
  measure,
  by: [dimension],
  only: {},
  show: 'value',
  over: 'period' as const,
})

/** What a section can hold, by its code. */
export const BLOCK_KINDS: Readonly<Record<string, Kind>> = {
  paragraph: { label: 'Text, or a sentence with figures', make: () => ({ paragraph: '' }), asks: 'words' },
  own_words: { label: 'Room for the author’s own words', make: () => ({ own_words: '' }), asks: 'words' },
  bullets: { label: 'A list', make: () => ({ bullets: [] }), asks: 'words' },
  bullets_of: {
    label: 'A list of a figure’s parts',
    make: () => ({ bullets_of: line(), each: '{label}: {value}' }),
    asks: 'line',
  },
  table_of: {
    label: 'A table of a figure’s parts',
    make: () => ({ table_of: line(), caption: BREAKDOWNS.get(firstLine) ?? '' }),
    asks: 'line',
  },
  against_last_year: {
    label: 'Charts: figures beside the period before, with their tables',
    make: () => ({ against_last_year: [MEASURES[0]!.name], show: 'charts' }),
    asks: 'measures',
  },
  community_points: {
    label: 'The registered Community Points, by district',
    about: 'service',
    make: () => ({ community_points: 'registered' }),
  },
  'plan:summary': {
    label: 'The one-page summary of the plan',
    about: 'plan',
    make: () => ({ plan: 'summary' }),
  },
  'plan:themes': { label: 'The parts of the plan', about: 'plan', make: () => ({ plan: 'themes' }) },
  'plan:status_key': {
    label: 'The key of the colours, with how many stand at each',
    about: 'plan',
    make: () => ({ plan: 'status_key' }),
  },
  'plan:table': {
    label: 'The table of deliverables with their updates',
    about: 'plan',
    make: () => ({ plan: 'table' }),
  },
  'plan:sections': {
    label: 'A numbered section for each deliverable',
    about: 'plan',
    make: () => ({ plan: 'sections' }),
  },
  'plan:chart': {
    label: 'Chart: deliverables by status over the quarters',
    about: 'plan',
    make: () => ({ plan: 'chart' }),
  },
  'plan:measures': {
    label: 'Charts: the linked measures beside the period before',
    about: 'plan',
    make: () => ({ plan: 'measures' }),
  },
}

/** The code of a block's kind. */
export function kindOf(block: TemplateBlock): string {
  if ('plan' in block) return `plan:${block.plan}`
  return Object.keys(block).find((key) => key in BLOCK_KINDS) ?? 'paragraph'
}

/** What a block holds, in a line. */
export function blockInWords(block: TemplateBlock): string {
  if ('paragraph' in block) return withWords(block.paragraph) || 'Nothing has been typed yet.'
  if ('own_words' in block) return block.own_words ? `Where there are none: ${block.own_words}` : ''
  if ('bullets' in block) return block.bullets.map(withWords).join('; ') || 'Nothing has been typed yet.'
  if ('bullets_of' in block) return lineInWords(block.bullets_of)
  if ('table_of' in block) return block.caption
  if ('against_last_year' in block)
    return block.against_last_year.map((name) => measureNamed(name).title).join(', ')
  return ''
}

const lineInWords = ({ measure: name, by }: { measure: string; by: readonly string[] }) =>
  BREAKDOWNS.get(`${name}|${by[0] ?? ''}`) ?? measureNamed(name).title
