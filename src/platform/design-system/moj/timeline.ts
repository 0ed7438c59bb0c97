import { headingName, html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from '../govuk/content.ts'
import type { Extras, TextOrHtml } from '../govuk/content.ts'
import { dayInWords, dayOf, momentInWords, shortDayInWords, timeInWords } from '../../words/dates.ts'

/** The day of a moment, or the day itself when no time is known. */
const dayFrom = (when: string) => (when.length === 10 ? when : dayOf(when))

/** How a moment is told, by the names of MoJ's date filter; always by the clock of England and Wales. */
const TOLD = {
  datetime: momentInWords,
  shortdatetime: (moment: string) => `${shortDayInWords(dayOf(moment))} at ${timeInWords(moment)}`,
  date: (when: string) => dayInWords(dayFrom(when)),
  shortdate: (when: string) => shortDayInWords(dayFrom(when)),
  time: timeInWords,
}

export type MojTimelineItem = TextOrHtml &
  Extras &
  Readonly<{
    label: TextOrHtml
    byline?: TextOrHtml
    datetime: Readonly<{ timestamp: string; type: keyof typeof TOLD }>
  }>
export type MojTimelineParams = Extras &
  Readonly<{ headingLevel?: number; items: readonly MojTimelineItem[] }>

/** MoJ timeline: what happened, when and by whom. `timestamp` is ISO 8601 text with its offset, or a day alone. */
export function mojTimeline(params: MojTimelineParams): Html {
  const heading = headingName(params.headingLevel)
  return html`<div class="${classNames('moj-timeline', params.classes)}"${attributes(params.attributes)}>${params.items.map((item) => entry(item, heading))}</div>`
}

function entry(item: MojTimelineItem, heading: Html): Html {
  const { timestamp, type } = item.datetime
  const byline = item.byline ? html`\n<p class="moj-timeline__byline">by ${contentOf(item.byline)}</p>` : null
  return html`<div class="${classNames('moj-timeline__item', item.classes)}"${attributes(item.attributes)}><div class="moj-timeline__header"><${heading} class="moj-timeline__title">${contentOf(item.label)}</${heading}>${byline}</div><p class="moj-timeline__date"><time datetime="${timestamp}">${TOLD[type](timestamp)}</time></p><div class="moj-timeline__description">${contentOf(item)}</div></div>`
}
