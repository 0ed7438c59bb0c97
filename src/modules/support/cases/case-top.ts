import { identityFacts, personHead, type PersonHead } from '#people'
import type { Ctx } from '#platform/act.ts'
import {
  html,
  identityBar,
  type Html,
  link,
  statusTag,
  subNavigation,
} from '#platform/design-system/index.ts'
import { RISKS } from '../words.ts'
import { dueTag } from './due.ts'
import type { CaseHead } from './get-case.ts'
import { nextAction } from './next-action.ts'

/** A page of a case beside the ones that support has itself: how higher modules add theirs. */
export type CaseTab = { text: string; path: string }

/** What stands at the top of every page of a case. `tabs` come from higher modules. */
export type CaseTop = { person: PersonHead; aside: Html }

/**
 * The identity bar (name, safe contact, risk, next action: in sight without scrolling) and the case's pages. `here` is the path of
 * the page being read, '' for the case's own.
 */
export async function caseTop(
  ctx: Ctx,
  theCase: CaseHead,
  options: { here?: string; tabs?: readonly CaseTab[]; needsRecorded?: boolean } = {},
): Promise<CaseTop> {
  const person = await personHead(ctx, theCase.person_id, { sensitive: theCase.sensitive })
  const { here, tabs = [], needsRecorded } = options
  const pages = [
    { text: 'Case', path: '' },
    { text: 'Needs and plan', path: '/plan' },
    { text: 'Timeline', path: '/timeline' },
    ...tabs,
  ]
  const aside = html`${bar(ctx, theCase, person, needsRecorded)}${
    here === undefined
      ? null
      : subNavigation(
          pages.map(({ text, path }) => ({
            text,
            href: `/cases/${theCase.case_id}${path}`,
            active: path === here,
          })),
          'Pages of this case',
        )
  }`
  return { person, aside }
}

function bar(ctx: Ctx, theCase: CaseHead, person: PersonHead, needsRecorded: boolean | undefined): Html {
  const next = nextAction(theCase, ctx.actor.actor_id, needsRecorded)
  const [safe, ...others] = identityFacts(person)
  const { risk, closure } = theCase
  return identityBar({
    name: link(person.name, `/people/${person.person_id}`),
    facts: [
      safe!,
      {
        label: 'Risk',
        value: risk ? RISKS[risk] : 'Not judged yet',
        tone: risk === 'high' ? 'urgent' : risk === 'medium' ? 'attention' : 'neutral',
      },
      {
        label: 'Next action',
        value: next
          ? html`${link(next.text, next.href)}${next.due_on ? html`<br>${dueTag(next.due_on, ctx.today)}` : null}`
          : closure
            ? html`${statusTag('Closed', 'closed')}`
            : 'None',
      },
      ...others.slice(0, 2),
    ],
  })
}
