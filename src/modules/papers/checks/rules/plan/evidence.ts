import { numbersIn } from '../../model/numbers.ts'
import type { CheckedPaper, Found, Rule } from '../../model/paper.ts'
import { at, quoted } from '../found.ts'

const TROUBLE =
  /\b(?:remains? (?:a )?(?:significant )?(?:challeng\w*|concern|difficult\w*)|has not (?:met|increased|improved|started|begun|been possible|progressed|yet (?:started|begun|been))|have not (?:met|been able|started|begun|progressed)|not been possible|not (?:yet )?started|(?:has|have|had|is|are|was|were) (?:been )?(?:significantly )?delayed|(?:has|have|had|is|are|was|were) (?:been )?(?:halted|paused|suspended|stalled|stopped|deferred|cancelled|put back)|on hold|postponed|behind schedule|not on track|off track|at risk|outstripping|unable to|significantly lower than|failed to|slipped|missed (?:its|the|their) (?:target|deadline))\b/i
const CLEARED =
  /\b(?:no longer|resolved|overcome|despite|now (?:in place|complete|completed|back on track)|reduc\w+ the|prevent|prevents|people|victims|young people|those|persons|children|women|families|most|identify|vulnerable)\s[^.]{0,30}$/i

/** When everything is Green, it says on what evidence; and a Green is not contradicted by its own words. */
export const evidence: Rule = {
  name: 'evidence',
  title: 'Evidence for Green',
  find: (paper) => [...allGreen(paper), ...againstItself(paper)],
}

function allGreen({ deliverables, sentences }: CheckedPaper): Found[] {
  if (deliverables.length < 3 || deliverables.some(({ status }) => status !== 'green')) return []
  const bare = deliverables.filter(
    ({ number }) =>
      !sentences.some(
        ({ update, kind, text, bound }) =>
          update?.deliverable === number &&
          kind !== 'heading' &&
          (bound.length > 0 || numbersIn(text).length > 0),
      ),
  )
  if (bare.length === 0) return []
  const claim = sentences.find(
    ({ text, update }) =>
      !update && /\ball\b[^.]*\bgreen\b|\boverall\b[^.]*\b(?:very good|good|green|positive)\b/i.test(text),
  )
  return [
    {
      ...(claim ? quoted(claim) : { ...at(deliverables[0]!), quote: deliverables[0]!.text }),
      severity: 'look',
      about: 'all green',
      why: `All ${deliverables.length} are Green. ${bare.length} of them give no figure: ${bare.map(({ number }) => `number ${number}`).join(', ')}.`,
      to_do: 'Add to each what shows the progress (a count, a date met, a document), or grade it again.',
    },
  ]
}

const againstItself = ({ deliverables, sentences }: CheckedPaper): Found[] =>
  deliverables
    .filter(({ status }) => status === 'green')
    .flatMap(({ number }) =>
      sentences
        .filter(({ update, kind }) => update?.deliverable === number && kind !== 'heading')
        .flatMap((sentence): Found[] => {
          const trouble = TROUBLE.exec(sentence.text)
          if (
            !trouble ||
            (/at risk|unable|outstripping/i.test(trouble[0]) &&
              CLEARED.test(sentence.text.slice(0, trouble.index)))
          )
            return []
          if (
            /at risk/i.test(trouble[0]) &&
            !/\b(?:deliverable|project|target|delivery|milestone|programme|plan|action|work|contract|funding|this)\b[^.]{0,30}$/i.test(
              sentence.text.slice(0, trouble.index),
            )
          )
            return []
          return [
            {
              ...quoted(sentence),
              severity: 'look',
              about: trouble[0],
              why: `Number ${number} is graded Green, and its update says “${trouble[0]}”.`,
              to_do: 'Say why it is Green all the same, or grade it Amber.',
            },
          ]
        })
        .slice(0, 1),
    )
