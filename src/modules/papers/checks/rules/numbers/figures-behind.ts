import { numbersIn } from '../../model/numbers.ts'
import type { Found, Rule } from '../../model/paper.ts'
import { inTheText, quoted } from '../found.ts'

/** Where sources are said it is no number either, so that nobody could answer it: 'late 2018'. */
const YEAR = /^(?:19|20)\d\d$/

/** In a paper written here, a typed number of 10 or more that no measure gives and nobody has said the source of; one that a figure of the paper gives is offered in its place. */
export const figuresBehind: Rule = {
  name: 'figures-behind',
  title: 'Numbers without a measure',
  find: ({ source, sentences, figures }) =>
    source !== 'draft'
      ? []
      : sentences
          .filter((sentence) => sentence.typed && inTheText(sentence))
          .flatMap((sentence): Found[] => {
            const typed = numbersIn(sentence.text).filter(
              ({ text, value }) =>
                value >= 10 &&
                !YEAR.test(text) &&
                !sentence.bound.includes(text) &&
                !sentence.sourced.includes(text),
            )
            if (typed.length === 0) return []
            const known = typed.flatMap(
              ({ text, value }) =>
                figures.find((figure) => figure.value === value || figure.printed === text) ?? [],
            )
            const list = typed.map(({ text }) => text).join(', ')
            return [
              {
                ...quoted(sentence),
                severity: 'look',
                about: list,
                why: `${list}: typed by hand, so nobody can follow ${typed.length === 1 ? 'it' : 'them'} to a count.`,
                to_do:
                  known.length > 0
                    ? `“${known[0]!.title}” gives this number: choose it from the list of figures.`
                    : 'Choose the figure from the list, or enter it as a figure from elsewhere with its source.',
                ...(known[0] ? { href: known[0].href, href_text: known[0].title } : {}),
              },
            ]
          }),
}
