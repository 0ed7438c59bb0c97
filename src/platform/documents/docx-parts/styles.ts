import { AlignmentType, convertMillimetersToTwip, LevelFormat, LevelSuffix, LineRuleType } from 'docx'
import type { ILevelsOptions, IStylesOptions } from 'docx'
import type { NumberedList } from '../plan-numbers.ts'

const INK = '14201F'
const DEEP = '20444F'

/** Points are told in halves, as Word does. */
const heading = (size: number, before: number) => ({
  run: { font: 'Arial', size, bold: true, color: DEEP },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 100 } },
})

/** Word's own style names, so that its navigation, its contents lists and screen readers know what is what. */
export const docxStyles = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Arial', size: 24, color: INK, language: { value: language } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: 'Arial', size: 44, bold: true, color: DEEP },
      paragraph: { spacing: { after: 240 } },
    },
    heading1: heading(30, 300),
    heading2: heading(26, 240),
    heading3: heading(24, 200),
    caption: {
      run: { font: 'Arial', size: 22, bold: true, color: INK },
      paragraph: { keepNext: true, spacing: { before: 200, after: 100 } },
    },
    hyperlink: { run: { color: '0B5A6F', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 21 },
      paragraph: { spacing: { after: 40, line: 264, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      paragraph: {
        indent: { left: 240 },
        border: { left: { style: 'single', size: 36, space: 10, color: 'B9C9CB' } },
      },
    },
  ],
})

const HANGING = convertMillimetersToTwip(13)

/** A list's levels up to the deepest it uses: '%1.' then '%1.%2', starting where the document's numbers do. */
export const numberLevels = ({ starts, stops }: NumberedList): ILevelsOptions[] =>
  Array.from({ length: Math.max(starts.length, stops.length) }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: Array.from({ length: level + 1 }, (__, at) => `%${at + 1}`).join('.') + (stops[level] ? '.' : ''),
    start: starts[level] ?? 1,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
    style: { paragraph: { indent: { left: HANGING, hanging: HANGING } } },
  }))

export const BULLETS = 'bullets'

/** Bullets, set in as far as the text of numbered paragraphs. */
export const bulletLevels: ILevelsOptions[] = [
  {
    level: 0,
    format: LevelFormat.BULLET,
    text: '\u2022',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: HANGING + 340, hanging: 340 } } },
  },
]

/** Where text stands whose number is printed as text. */
export const HANGING_INDENT = { left: HANGING, hanging: HANGING }

/** A4 with margins that leave 16.6 centimetres for text. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: {
    top: convertMillimetersToTwip(22),
    bottom: convertMillimetersToTwip(22),
    left: convertMillimetersToTwip(22),
    right: convertMillimetersToTwip(22),
  },
}
export const TEXT_WIDTH = convertMillimetersToTwip(166)
/** The same in the pixels that pictures are measured in. */
export const TEXT_PIXELS = 627
