import { readFile } from 'node:fs/promises'
import { Usage, type Verb } from '#platform/cli/verb.ts'
import { plural } from '#platform/words/plurals.ts'
import { findAll } from './find-all.ts'
import { readPaper } from './reading/read-file.ts'

/** `waymark paper check FILE…`: what the checks find in papers as text or .docx. */
export const checkVerb: Verb = {
  words: 'paper check',
  does: 'Checks papers (text or .docx) before publishing, and prints what is wrong with the sentence it concerns. Nothing is kept.',
  usage: 'FILE… [--earlier FILE] [--json]',
  options: {
    earlier: {
      type: 'string',
      multiple: true,
      help: 'A paper published before, to find numbers given differently; may be said again',
    },
    rule: { type: 'string', multiple: true, help: 'Only the findings of this rule; may be said again' },
  },
  prints_json: true,
  needs_no_database: true,
  more: 'Exit code 1: something stops publishing. 0: nothing does, though there may be things to look at.',
  run: async ({ options, rest }, tools) => {
    if (rest.length === 0) throw new Usage('Say one or more files')
    const read = async (file: string) =>
      readFile(file).catch(() => {
        throw new Error(`There is no file "${file}" that can be read.`)
      })
    const earlier = await Promise.all(
      [options.earlier ?? []].flat().map(async (file) => readPaper(await read(String(file)))),
    )
    const rules = [options.rule ?? []].flat()
    const papers = []
    for (const file of rest) {
      const paper = readPaper(await read(file), earlier)
      const findings = findAll(paper).filter(({ rule }) => rules.length === 0 || rules.includes(rule))
      papers.push({
        file,
        title: paper.title,
        meeting_on: paper.facts.meeting_on ?? null,
        words: paper.sentences.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0),
        findings,
      })
      tools.say(`${file}: ${plural(findings.length, 'finding')}`)
      for (const { severity, rule, where, quote, why, to_do } of findings)
        tools.say(
          `\n  ${severity === 'stops' ? 'STOPS PUBLISHING' : 'To look at'} [${rule}] ${where}\n    “${quote}”\n    ${why}\n    ${to_do}`,
        )
    }
    tools.json(papers)
    const stopping = papers
      .flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity === 'stops').length
    if (stopping > 0)
      throw new Error(`\n${plural(stopping, 'finding')} ${stopping === 1 ? 'stops' : 'stop'} publishing.`)
  },
}
