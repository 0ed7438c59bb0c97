import type { Day } from '#reference'
import type { CaseHead, OpenTask } from './get-case.ts'

/** The one thing to do next in a case. `due_on` where there is a day by which. */
export type NextAction = { text: string; href: string; due_on?: Day }

/** Where a task is done: a step by recording what it asks for, a planned action by recording the action, anything else by ticking it off. */
export function taskHref(case_id: string, task: Pick<OpenTask, 'task_id' | 'step' | 'type'>): string {
  const at = `/cases/${case_id}`
  if (task.step === 'close-no-contact') return `${at}/close?reason=no-contact`
  if (task.step === 'review-route') return `${at}/contact-attempts/review-route`
  if (task.step === 'send-message') return `${at}/contact-attempts/record?channel=write`
  if (task.step) return `${at}/contact-attempts/record`
  if (task.type) return `${at}/actions/record?task=${task.task_id}`
  return `${at}/tasks/${task.task_id}/complete`
}

/**
 * What stands in the identity bar: who works on the case comes before the work, a conflict check before everything the worker does,
 * then the task that is due first; a case without one needs its needs recorded, or its next action planned. Undefined: it is closed.
 */
export function nextAction(
  theCase: CaseHead,
  actor_id: string,
  needsRecorded = true,
): NextAction | undefined {
  const at = `/cases/${theCase.case_id}`
  if (theCase.offer?.answer === 'declined')
    return { text: `Hand-over declined: take the case back`, href: `${at}/hand-over` }
  if (theCase.closure) return undefined
  const [first] = theCase.tasks
  // What comes before the work is due when the work is.
  const by = first && { due_on: first.due_on }
  if (!theCase.allocated_to) return { text: 'Allocate this case', href: `${at}/allocate`, ...by }
  if (theCase.allocated_to === actor_id && theCase.knows_person === 'not-asked')
    return { text: 'Say whether you know this person', href: `${at}/conflict-check`, ...by }
  if (first) return { text: first.what, href: taskHref(theCase.case_id, first), due_on: first.due_on }
  if (!needsRecorded) return { text: 'Record their needs', href: `${at}/needs/record` }
  return { text: 'Plan the next action', href: `${at}/actions/plan` }
}
