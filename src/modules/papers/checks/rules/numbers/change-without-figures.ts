import { numbersIn } from '../../model/numbers.ts'
import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { inTheText, quoted } from '../found.ts'

/** What is counted, so that a change of it has figures. */
const COUNTED =
  'referrals?|self-referrals?|reports?|reporting|cases?|incidents?|crimes?|offences?|offending|victims?|people supported|calls?|contacts?|numbers?|uptake|take-up|take up|applications?|orders|attendances?|satisfaction|detections?|arrests?|complaints?|waiting times?|response times?|waits|caseloads?|demand|compliance|timeliness'
const MUCH =
  'steadily|steeply|rapidly|notably|significantly|dramatically|markedly|substantially|considerably|sharply|greatly|marked|significant|steady|sharp|substantial|considerable|dramatic|large'
const ROSE = String.raw`increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grow(?:n|th|ing|s)?|grew|climb(?:ed|ing|s)?|surged?|soared|plummeted|fall(?:en|ing|s)?|fell|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|reduc(?:ed|tion|ing)|improv(?:ed|ement|ing)|drop(?:ped|s)?|doubled|trebled|halved`
const CLAIMS = [
  new RegExp(
    String.raw`\b(?:${COUNTED})\b[^.;]{0,60}?\b(?:has|have|had|is|are|was|were)?\s*(?:been )?(?:(?:${MUCH})\s+(?:${ROSE})|(?:${ROSE})\s+(?:${MUCH}))\b`,
    'i',
  ),
  new RegExp(String.raw`\b(?:${MUCH})\s+(?:${ROSE})\s+in\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:${COUNTED})\b`, 'i'),
  new RegExp(String.raw`\b(?:${COUNTED})\b[^.;]{0,30}\b(?:doubled|trebled|halved)\b`, 'i'),
  new RegExp(
    String.raw`\b(?:many more|more|fewer|far fewer) (?:\w+ )?(?:${COUNTED}|people|children|survivors|women|men)\b[^.;,]{0,60}\bthan\b`,
    'i',
  ),
]
const NOT_TOLD_AS_FACT =
  /\b(?:aim|aims|aimed|hope|hopes|hoping|will|would|should|could|may|might|to (?:see|support|achieve|increase|reduce)|expect\w*|anticipat\w*|plan(?:s|ned)? to|target|risk of|in order to|if|where)\b/i

/** That a count rose, or fell, is told with the counts: 'a marked increase in referrals', by how many? */
export const changeWithoutFigures: Rule = {
  name: 'change-without-figures',
  title: 'Change told without figures',
  find: ({ sentences }: CheckedPaper) => {
    const inText = sentences.filter(inTheText)
    return inText.flatMap((sentence, index): Found[] => {
      const claim = CLAIMS.map((one) => one.exec(sentence.text)).find((one) => one !== null)
      if (!claim || NOT_TOLD_AS_FACT.test(sentence.text.slice(0, claim.index + claim[0].length))) return []
      // 'There has also been …' is another change than the one before it.
      const before = /\b(?:also|too|as well|likewise|similarly)\b/i.test(sentence.text)
        ? undefined
        : inText[index - 1]
      const near = [before, sentence, inText[index + 1], inText[index + 2]].filter(
        (one): one is Sentence => one !== undefined && one.part === sentence.part,
      )
      if (canBeChecked(near)) return []
      return [
        {
          ...quoted(sentence),
          severity: 'look',
          about: claim[0],
          why: 'It tells of a change and gives no count of before or after: nobody can check it.',
          to_do: 'Give both counts and their periods, or leave the change out.',
        },
      ]
    })
  },
}

/** A share by which it changed, or two counts to compare. */
function canBeChecked(near: readonly Sentence[]): boolean {
  const numbers = near.flatMap(({ text }) => numbersIn(text))
  const counts = numbers.filter(({ kind }) => kind === 'count').length
  return numbers.some(({ kind }) => kind === 'percent') || counts > 1
}
