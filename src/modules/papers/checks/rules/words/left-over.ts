import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { quoted } from '../found.ts'

/** What a form says to its author, and no reader should meet. */
const INSTRUCTION =
  /\b(?:this (?:section )?should include\b[^.)]*|please (?:state|insert|complete|delete|specify|provide) [^.)]*|delete as (?:applicable|appropriate)|insert [a-z ]{3,30} here|guidance (?:note )?for authors?\b)/i
/** What stands for something that was to be filled in. */
const PLACEHOLDER =
  /\b(?:TBC|TBA|TBD|to be (?:confirmed|inserted|added|completed) ?(?:by|before)?|lorem ipsum)\b|\bX{2,}\b(?! ?rated)|\?{2,}|\[\s*(?:insert|add|figure|number|name|date|x+|tbc)\b[^\]]*\]|<\s*(?:insert|name|date|number)[^>]*>|\{\{[^{}]*\}\}|Error! (?:Reference|Bookmark)[^.]*/
/** Said twice by people who mean it. */
const MEANT = /^(?:had|that|very|many|long|so|no|bye|again|more|\d+)$/i

/** Instructions of the form, places left to fill in, words typed twice: what was to go before anybody read it. */
export const leftOver: Rule = {
  name: 'left-over',
  title: 'Left over from the form or a draft',
  find: ({ sentences }: CheckedPaper) =>
    sentences.filter(({ zone }) => zone !== 'contents').flatMap((sentence) => foundIn(sentence)),
}

function foundIn(sentence: Sentence): Found[] {
  const [instruction] = INSTRUCTION.exec(sentence.text) ?? []
  const [placeholder] = PLACEHOLDER.exec(sentence.text) ?? []
  const doubled = [...sentence.text.matchAll(/(?<![\w’'-])([A-Za-z]+) \1(?![\w’'-])/gi)].find(
    ([all, word]) => !MEANT.test(word!) && all !== `${word!.toUpperCase()} ${word!.toUpperCase()}`,
  )
  return [
    ...(instruction
      ? [
          {
            ...quoted(sentence),
            severity: 'look' as const,
            about: instruction,
            why: 'This is what the form tells its author, not what the paper tells its reader.',
            to_do: 'Take it out.',
          },
        ]
      : []),
    ...(placeholder && !instruction
      ? [
          {
            ...quoted(sentence),
            severity: 'stops' as const,
            about: placeholder,
            why: `“${placeholder}” stands where something was to be filled in.`,
            to_do: 'Fill it in, or take the sentence out.',
          },
        ]
      : []),
    ...(doubled
      ? [
          {
            ...quoted(sentence),
            severity: 'look' as const,
            about: doubled[0],
            why: `“${doubled[0]}”: one word is typed twice.`,
            to_do: 'Take one of them out.',
          },
        ]
      : []),
  ]
}
