import type { Fields } from '#platform/reading/index.ts'

/** The lines of docs/moving.md that tell the fields of one file: a new field there is a new line here. */
export const fieldLines = (fields: Fields): string[] =>
  Object.entries(fields).map(([name, { kind, required, says, codes, written }]) => {
    const list =
      codes.length > 0 && codes.length <= 30 ? `: ${codes.map((code) => `\`${code}\``).join(' ')}` : ''
    const also =
      Object.keys(written).length > 0 ? `. Also understood: ${Object.keys(written).join(', ')}` : ''
    return `| \`${name}\` | ${kind}${required ? ', required' : ''} | ${says}${list}${also} |`
  })
