import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, Gaps, TextOrHtml } from './content.ts'
import { tag } from './tag.ts'
import type { TagParams } from './tag.ts'

export type TaskListItem = Readonly<{
  title: TextOrHtml & Readonly<{ classes?: string }>
  hint?: TextOrHtml
  status: TextOrHtml & Readonly<{ tag?: TagParams; classes?: string }>
  href?: string
  classes?: string
}>
export type TaskListParams = Extras & Readonly<{ items: Gaps<TaskListItem>; idPrefix?: string }>

/** GOV.UK task list: what is to be done and how far each has got. */
export const taskList = (params: TaskListParams): Html =>
  html`<ul class="${classNames('govuk-task-list', params.classes)}"${attributes(params.attributes)}>${params.items.map(
    (item, index) => (item ? task(item, `${params.idPrefix || 'task-list'}-${index + 1}`) : null),
  )}</ul>`

function task(item: TaskListItem, id: string): Html {
  const hintId = item.hint ? `${id}-hint` : null
  const statusId = `${id}-status`
  const title = item.href
    ? html`<a class="${classNames('govuk-link govuk-task-list__link', item.title.classes)}" href="${item.href}" aria-describedby="${classNames(hintId, statusId)}">${contentOf(item.title)}</a>`
    : html`<div${attribute('class', item.title.classes)}>${contentOf(item.title)}</div>`
  const hint = item.hint
    ? html`<div id="${hintId}" class="govuk-task-list__hint">${contentOf(item.hint)}</div>`
    : null
  const names = classNames(
    'govuk-task-list__item',
    item.href && 'govuk-task-list__item--with-link',
    item.classes,
  )
  return html`<li class="${names}"><div class="govuk-task-list__name-and-hint">${title}${hint}</div><div class="${classNames('govuk-task-list__status', item.status.classes)}" id="${statusId}">${item.status.tag ? tag(item.status.tag) : contentOf(item.status)}</div></li>`
}
