import { html } from '#platform/design-system/index.ts'
import type { Field } from '#platform/forms/index.ts'
import { isId } from '#platform/act.ts'
import { DECISIONS, type Decision } from '../links/decisions.ts'

/** What was decided about each possible duplicate, by person_id: the fields named 'decision-' and an id. */
export const decisionsField: Field<Record<string, Decision>> = {
  kind: 'decisions',
  options: { label: 'Decisions', name: 'the decisions' },
  typed: (body) =>
    Object.entries(body)
      .filter(([name]) => name.startsWith('decision-'))
      .map(([name, code]) => `${name.slice('decision-'.length)} ${String(code)}`),
  read: (typed) => {
    const value: Record<string, Decision> = {}
    for (const one of Array.isArray(typed) ? typed : []) {
      const [id = '', code = ''] = one.split(' ')
      if (isId(id) && isDecision(code)) value[id] = code
    }
    return { value }
  },
  retype: () => '',
  render: () => html``,
}

const isDecision = (code: string): code is Decision => Object.hasOwn(DECISIONS, code)
