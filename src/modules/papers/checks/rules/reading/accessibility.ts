import type { CheckedPaper, Found, Rule } from '../../model/paper.ts'
import { at, rowQuote } from '../found.ts'

const SAYS_NOTHING =
  /^(?:click here|click this link|here|link|this link|this|more|read more|more info(?:rmation)?|this page|page|document|download|website|url)$/i

/** Everybody can read it: headings in order, tables with a heading row, pictures with words, links that say where they lead (WCAG 2.2 AA). */
export const accessibility: Rule = {
  name: 'accessibility',
  title: 'Accessibility',
  find: (paper) => [...headings(paper), ...tables(paper), ...pictures(paper), ...links(paper)],
}

function headings({ source, parts }: CheckedPaper): Found[] {
  const found: Found[] = []
  const marked = parts.filter((part) => part.kind === 'heading' && part.level !== undefined)
  let level = 0
  for (const part of parts) {
    if (part.kind === 'table' || part.kind === 'picture') continue
    if (part.kind === 'heading' && part.level) {
      if (level > 0 && part.level > level + 1)
        found.push({
          ...at(part),
          quote: part.text,
          severity: 'look',
          about: `level ${part.level}`,
          why: `The headings skip from level ${level} to level ${part.level}: whoever listens to them misses a step.`,
          to_do: `Make it a heading of level ${level + 1}.`,
        })
      level = part.level
    }
    if (part.looks_like_heading)
      found.push({
        ...at(part),
        quote: part.text,
        severity: 'look',
        about: 'bold',
        why: 'It looks like a heading and has no heading style: nobody can jump to it.',
        to_do: 'Give it a heading style.',
      })
  }
  const long = parts.filter((part) => part.kind === 'paragraph').length
  if (source === 'docx' && marked.length === 0 && long > 8)
    found.push({
      where: 'the whole paper',
      quote: 'No heading styles',
      severity: 'stops',
      why: 'The file has no heading: nobody who listens to it can find their way.',
      to_do: 'Give each heading a heading style (Heading 1, Heading 2).',
    })
  return found
}

const tables = ({ parts }: CheckedPaper): Found[] =>
  parts.flatMap((part): Found[] =>
    part.kind === 'table' && part.header_marked === true && part.header.slice(1).includes('')
      ? [
          {
            ...at(part),
            quote: rowQuote(part.header),
            severity: 'look',
            about: 'empty heading',
            why: `A column of this table has no heading: read aloud, its cells have no meaning.`,
            to_do: 'Give each column a heading.',
          },
        ]
      : part.kind === 'table' && part.header_marked === false && part.rows.length > 1
        ? [
            {
              ...at(part),
              quote: rowQuote(part.header.length > 0 ? part.header : part.rows[0]!),
              severity: 'stops',
              about: 'header row',
              why: 'The table has no heading row: read aloud, its cells have no meaning.',
              to_do: 'Mark its first row as a header row (Table layout: Repeat header rows).',
            },
          ]
        : [],
  )

const pictures = ({ parts }: CheckedPaper): Found[] =>
  parts.flatMap((part): Found[] =>
    part.kind === 'picture' &&
    (part.alt.trim() === '' ||
      /^(?:image|picture|chart|graph|img_?\d*|screenshot)?\s?\d*(?:\.(?:png|jpe?g|gif))?$/i.test(
        part.alt.trim(),
      ) ||
      /automatically generated/i.test(part.alt))
      ? [
          {
            ...at(part),
            quote: part.alt.trim() || 'A picture without words',
            severity: 'stops',
            about: 'picture',
            why: 'The picture has no words for those who do not see it.',
            to_do: 'Add alternative text that says what it shows; a chart also needs its table.',
          },
        ]
      : [],
  )

const links = ({ links: all }: CheckedPaper): Found[] =>
  all
    .filter(
      ({ text }) =>
        SAYS_NOTHING.test(text.trim()) || text.trim() === '' || /^https?:\/\/\S{30,}$/.test(text.trim()),
    )
    .map((link) => ({
      ...at(link),
      quote: link.sentence,
      severity: 'look',
      about: link.text,
      why: `The link’s words, “${link.text}”, do not say where it leads.`,
      to_do: 'Name the page or document in the link itself.',
    }))
