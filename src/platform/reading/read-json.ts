import { readFileSync } from 'node:fs'
import { jsonFault } from './json-fault.ts'

/** What a file of JSON says. Throws a plain sentence that names the file, and where it is not JSON the line and the column. */
export function readJsonFile(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new Error(`${path} cannot be read. Is the path right?`)
  }
  return readJson(text, path)
}

/** The same of a text; `name` is what people call it. */
export function readJson(text: string, name: string): unknown {
  const written = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(written)
  } catch (error) {
    const position = Math.min(jsonFault(written), written.trimEnd().length)
    const before = written.slice(0, position)
    const line = before.split('\n').length
    const column = position - (before.lastIndexOf('\n') + 1) + 1
    throw new Error(`${name}, line ${line}, column ${column}: ${whatIsWrong(written, position)}`, {
      cause: error,
    })
  }
}

/** The slips that people make in JSON, in their order of likelihood; else what stands there. */
function whatIsWrong(text: string, position: number): string {
  const rest = text.slice(position).trimStart()
  const before = text.slice(0, position).trimEnd()
  const last = before.at(-1)
  if (text.trim() === '') return 'the file is empty. It must hold an object in braces.'
  if (rest === '') return 'the file ends too early: a closing brace, bracket or quotation mark is missing.'
  if (/^[}\]]/.test(rest) && last === ',')
    return `a comma stands before the closing ${rest[0] === '}' ? 'brace' : 'bracket'}. Take it out.`
  if (/^(?:\/\/|\/\*|#)/.test(rest)) return 'a comment stands here. JSON has none: take it out.'
  if (/^[\u2018-\u201f]/.test(rest)) return `write straight quotation marks ("), not ${rest[0]}.`
  if (rest.startsWith("'")) return 'write texts in double quotation marks ("), not in single ones.'
  if (/^(?:True|False|None|TRUE|FALSE)\b/.test(rest)) return 'write true, false or null in small letters.'
  if (/^["{[]/.test(rest) && last !== undefined && /["}\]\d]|e|l/.test(last))
    return 'a comma is missing between this and what stands before it.'
  if (/^[A-Za-z_]/.test(rest)) return `“${wordAt(rest)}” must be in double quotation marks.`
  // oxlint-disable-next-line no-control-regex -- a line break within a text is what is looked for
  if (/^[\u0000-\u001f]/.test(text.slice(position)))
    return 'a text does not end on its line: its closing quotation mark is missing.'
  if (before.endsWith('\\') || rest.startsWith('\\')) return 'a backslash must be written twice (\\\\).'
  return `“${rest[0]}” cannot stand here.`
}

const wordAt = (rest: string) => /^[\w -]*\w/.exec(rest)?.[0].slice(0, 30) ?? rest.slice(0, 30)
