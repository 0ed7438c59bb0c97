// For tests: the three plan papers, each made as an analyst makes it, from the originals in this folder and `imports/papers`.
import assert from 'node:assert/strict'
import { PLAN_START } from '#delivery-plan'
import { idIn, type Someone } from '../../../testing/cast.ts'
import { bare, original, type Sourced, sourcedFigures, themeSources } from './original-facts.ts'

/** A day as its three fields. */
export const date = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** The first option of a page's list whose words match. */
export const optionIn = (page: string, words: RegExp): string =>
  [...page.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)/g)].find(([, , text]) => words.test(text!))![1]!

/** Sends a form that must be accepted; returns where it leads. */
async function sent(who: Someone, url: string, fields: Record<string, string | number>): Promise<string> {
  const came = await who.post(url, fields)
  assert.equal(came.status, 303, `${url}: ${/error-summary[^]*?<\/ul>/.exec(came.text)?.[0] ?? came.status}`)
  return came.location!
}

type About = { template: string; theme: RegExp; meeting: string; report_to: string; agenda_item: string }

/** Starts a paper about a cycle. Returns its address. */
export async function startPaper(
  who: Someone,
  cycle_id: string,
  { theme, meeting, ...about }: About,
  more: Record<string, string> = {},
): Promise<string> {
  const form = `/plan-papers/start/${cycle_id}`
  return sent(who, form, {
    ...about,
    theme_id: optionIn((await who.get(form)).text, theme),
    ...date('meeting_on', meeting),
    report_author: 'Craig Galloway',
    other_contacts: 'Craig Galloway',
    is_public: 'yes',
    ...more,
  })
}

/** A theme's paper as `writeThemePaper` makes it, each number given its own source: the document and whoever told it. Returns its address. */
export async function makeThemePaper(nell: Someone, theme: 1 | 2, read?: string): Promise<string> {
  const paper = await writeThemePaper(nell, theme, read)
  await giveSources(nell, paper, theme)
  return paper
}

/** Says where each number of a theme's paper comes from, on the page of its update. */
async function giveSources(nell: Someone, paper: string, theme: 1 | 2): Promise<void> {
  const { text } = await nell.get(`${paper}/sources`)
  const rows = [...text.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].flatMap(([, row = '']) => {
    const form = /href="([^"]+\/sources\/[0-9a-f-]{36})"/.exec(row)?.[1]
    return form ? [{ form, number: /^\d+/.exec(bare(row))?.[0], words: bare(row) }] : []
  })
  for (const { at, figure, words, name, n, origin, as_at_on, counted_by } of themeSources(theme)) {
    const row = rows.find((one) => one.number === at && one.words.includes(bare(words)))
    assert.ok(row, `${figure} of number ${at}: ${words}`)
    const page = (await nell.get(row.form)).text
    const options = [...page.matchAll(/<option value="(\d+)">([^<]*)</g)]
    const number = options.find(
      ([, , text = '']) =>
        /^ (?:no|has)/.test(bare(text).slice(bare(figure).length)) &&
        bare(text).startsWith(bare(figure)) &&
        bare(text).includes(bare(words)),
    )
    assert.ok(number, `${figure} of number ${at}: ${words}`)
    await sent(nell, row.form, {
      number: number[1]!,
      about: name,
      n,
      origin,
      counted_by,
      ...(as_at_on ? date('as_at_on', as_at_on) : {}),
    })
  }
}

/** A theme's paper read in by the import page and kept. Returns the id of its cycle. */
export async function readThemeIn(nell: Someone, theme: 1 | 2): Promise<string> {
  const read = await sent(nell, '/plan-imports/start', {
    name: `Theme ${theme}`,
    text: original(`theme-${theme}`),
  })
  return idIn(await sent(nell, `${read}/keep`, {}))
}

/** A theme's paper read in and written, its numbers without a source. Returns its address. */
export async function writeThemePaper(nell: Someone, theme: 1 | 2, read?: string): Promise<string> {
  const cycle_id = read ?? (await readThemeIn(nell, theme))
  const [title, meeting, report_to, agenda_item] =
    theme === 2
      ? [/Helping and Supporting/, '2020-03-04', 'Strategic Resources and Performance Meeting', '11']
      : [/Protecting People/, '2020-11-04', 'Strategic Resources and Performance', '8']
  const paper = await startPaper(nell, cycle_id, {
    template: 'plan-theme-report',
    theme: title,
    meeting,
    report_to,
    agenda_item,
  })
  for (const [section, words] of Object.entries(OWN_WORDS[theme]))
    await sent(nell, `${paper}/sections/${section}`, { words })
  return paper
}

/** What the originals' authors wrote that no record gives. */
const OWN_WORDS: Record<1 | 2, Record<string, string>> = {
  1: {
    2: 'Panel members to note the report and provide any feedback to the Commissioner.',
    3: 'The Police and Crime Panel have requested an update on Theme 1 in its work plan for 2020-21. This report allows the Commissioner an opportunity to hold the Chief Constable to account on progress prior to the report being considered by the Panel on 23rd November 2020.',
  },
  2: {
    2: 'The Commissioner to discuss the progress made with the Chief Constable.',
    3: 'The Police and Crime Panel have requested an update on Theme 2 in its work plan for 2019-20 and this report will also be submitted to the Panel meeting of 30th March 2020.',
    4: 'On 7th February 2019 the Commissioner submitted a [revised Police and Crime Delivery Plan (2019-20)](https://example.org/delivery-plan-2019-20) for implementation commencing 1st April 2019.',
  },
}

export type Section = { number: number; title: string; paragraphs: string[] }

/** The numbered sections of the Cumbria paper with their paragraphs; lines that a page cut are joined, its footnote is left out. */
export function cumbriaSections(): Section[] {
  const sections: Section[] = []
  for (const raw of original('cumbria').split('\n')) {
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

/** A paragraph with each of its sourced figures as its name in braces. */
const bound = (paragraph: string, figures: readonly Sourced[]): string => {
  let from = 0
  let text = paragraph
  for (const { name, value } of figures) {
    const at = text.indexOf(value, from)
    assert.ok(at >= 0, name)
    text = `${text.slice(0, at)}{{ ${name} }}${text.slice(at + value.length)}`
    from = at + name.length
  }
  return text
}

/** The Cumbria paper typed once, by the office's pages: its plan, figures with their origin, priorities and what is said of each. Returns its address. */
export async function makeCumbriaPaper(who: Someone): Promise<string> {
  const sections = cumbriaSections()
  const plan = await sent(who, '/delivery-plans/start', {
    ...(PLAN_START as Record<string, string | number>),
    title: 'Police and Crime Plan',
    ...date('starts_on', '2021-04-01'),
    ...date('ends_on', '2025-03-31'),
    theme_word: 'Objective',
    deliverable_word: 'Priority',
    themes: 'A Police Service for the Public\nPrevent Crime\nA Focus on Victims',
    green_means: 'Delivered, or being delivered as planned',
    amber_means: 'Begun, but behind',
    red_means: 'Will not be delivered',
    white_means: 'Not begun',
  })
  for (const { at: _, as_at_on, ...figure } of sourcedFigures())
    await sent(who, `${plan}/sourced-figures/add`, {
      ...figure,
      ...(as_at_on ? date('as_at_on', as_at_on) : {}),
    })
  const year = await sent(who, `${plan}/years/add`, {
    title: '2022-23',
    ...date('starts_on', '2022-04-01'),
    ...date('ends_on', '2023-03-31'),
  })
  const theme_id = optionIn((await who.get(`${year}/deliverables/add`)).text, /A Focus on Victims/)
  const office = { owners: 'OPCC', organisation: 'OPCC' }
  const rule = { rule: 'none', measured_over: 'quarter', less_is_better: 'no', dates_too: 'no' }
  for (const { number, title } of sections.slice(1))
    await sent(who, `${year}/deliverables/add`, { theme_id, number, words: title, ...office, ...rule })
  const cycle = await sent(who, `${year}/cycles/open`, {
    name: 'Quarter 1',
    ...date('period_from', '2022-04-01'),
    ...date('period_to', '2022-06-30'),
    ...date('due_on', '2022-07-04'),
  })
  for (const { number, title, paragraphs } of sections.slice(1)) {
    const links = [...(await who.get(year)).text.matchAll(/href="(\/deliverables\/[0-9a-f-]{36})">([^<]*)/g)]
    const url = links.find(([, , text]) => bare(text!) === bare(title))![1]!
    const words = paragraphs
      .map((paragraph, index) =>
        bound(
          paragraph,
          sourcedFigures().filter(({ at }) => at === `${number}.${index + 1}`),
        ),
      )
      .join('\n\n')
    await sent(who, `${url}/updates/write`, { words, author: 'OPCC', ...date('dated_on', '2022-07-04') })
  }
  const paper = await startPaper(
    who,
    idIn(cycle),
    {
      template: 'plan-objective-report',
      theme: /A Focus on Victims/,
      meeting: '2022-07-04',
      report_to: 'Police and Crime Panel',
      agenda_item: '6',
    },
    { report_author: 'Partnership and Strategy Manager', other_contacts: '' },
  )
  await sent(who, `${paper}/sections/1`, { words: sections[0]!.paragraphs.join('\n\n') })
  await sent(who, `${paper}/sources/updates`, {})
  return paper
}
