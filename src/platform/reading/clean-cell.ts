const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- control codes are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * The text of a cell as a person reads it: composed (NFC), without control codes, zero-width signs and marks that turn the direction
 * of writing, without spaces around it, and with one space where there were several or a line break. With `lines`, breaks stay.
 */
export function cleanCell(cell: string, lines = false): string {
  if (cell === '' || PLAIN.test(cell)) return cell
  const text = cell.normalize('NFC').replace(INVISIBLE, '')
  return lines
    ? text
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim()
    : text.replace(/\s+/g, ' ').trim()
}
