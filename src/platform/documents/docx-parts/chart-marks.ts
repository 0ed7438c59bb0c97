/*
 * Word's charts can fill bars with patterns, which the library that writes them does not offer. Without patterns bars
 * of several columns would differ by colour alone.
 */

/** DrawingML's own patterns (ECMA-376 part 1, 20.1.10.51), like those of the drawn charts; the first is plain. */
const PATTERNS = [null, 'wdUpDiag', 'narVert', 'lgGrid', 'narHorz', 'wdDnDiag'] as const

const patternFill = (pattern: string, colour: string): string =>
  `<a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="FFFFFF"/></a:fgClr>` +
  `<a:bgClr><a:srgbClr val="${colour}"/></a:bgClr></a:pattFill>`

const PLAIN_BAR =
  /(<c:ser><c:idx val="(\d+)"\/>[^]*?<c:spPr>)<a:solidFill><a:srgbClr val="(\w{6})"\/><\/a:solidFill>/g
const LABELS_WITHOUT_GROUND = /(<c:dLbls>(?:(?!<\/c:dLbls>)[^])*?<c:spPr>)<a:noFill\/>/g
const WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'

/**
 * The XML of a Word chart in the document's language, each column of bars after the first with a pattern of its own,
 * and numbers inside stacked bars on white, so that they can be read over it.
 */
export function markChart(xml: string, language: string): string {
  const said = xml.replace(/(<c:lang val=|\blang=)"en-US"/g, `$1"${language}"`)
  if (!said.includes('<c:barChart>')) return said
  const patterned = said.replace(PLAIN_BAR, (whole, before: string, index: string, colour: string) => {
    const pattern = PATTERNS[Number(index) % PATTERNS.length] ?? null
    return pattern === null ? whole : before + patternFill(pattern, colour)
  })
  return patterned.includes('<c:grouping val="stacked"/>')
    ? patterned.replace(LABELS_WITHOUT_GROUND, `$1${WHITE}`)
    : patterned
}
