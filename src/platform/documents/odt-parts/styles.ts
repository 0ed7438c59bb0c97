import { TONES } from '../docx-parts/runs.ts'
import { xmlAttributes } from '#platform/xml/escape.ts'

const DEEP = '#20444f'
const INK = '#14201f'
const LINE = '0.5pt solid #b9c9cb'

/** Width of the text on A4 with margins of 22 millimetres, in centimetres. */
export const TEXT_CENTIMETRES = 16.6
const HANGING = 'fo:margin-left="1.3cm" fo:text-indent="-1.3cm"'

type ParagraphStyle = {
  readonly name: string
  readonly shown?: string
  readonly parent?: string
  readonly paragraph?: string
  readonly text?: string
  readonly outline?: number
}

const paragraphStyle = ({
  name,
  shown,
  parent = 'Standard',
  paragraph,
  text,
  outline,
}: ParagraphStyle): string =>
  `<style:style${xmlAttributes({
    'style:name': name,
    'style:display-name': shown,
    'style:family': 'paragraph',
    'style:parent-style-name': name === 'Standard' ? undefined : parent,
    'style:default-outline-level': outline,
  })}>${paragraph ? `<style:paragraph-properties ${paragraph}/>` : ''}${text ? `<style:text-properties ${text}/>` : ''}</style:style>`

const heading = (level: number, size: number, before: number): string =>
  paragraphStyle({
    name: `Heading_20_${level}`,
    shown: `Heading ${level}`,
    outline: level,
    paragraph: `fo:margin-top="${before}pt" fo:margin-bottom="5pt" fo:keep-with-next="always"`,
    text: `fo:font-size="${size}pt" fo:font-weight="bold" fo:color="${DEEP}"`,
  }) +
  paragraphStyle({
    name: `Numbered_20_${level}`,
    shown: `Numbered heading ${level}`,
    parent: `Heading_20_${level}`,
    outline: level,
    paragraph: HANGING,
  })

const textStyle = (name: string, properties: string): string =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`

const NAMED = [
  paragraphStyle({
    name: 'Standard',
    paragraph: 'fo:margin-bottom="7pt" fo:line-height="115%" fo:orphans="2" fo:widows="2"',
  }),
  paragraphStyle({
    name: 'Title',
    paragraph: 'fo:margin-top="12pt" fo:margin-bottom="12pt"',
    text: `fo:font-size="22pt" fo:font-weight="bold" fo:color="${DEEP}"`,
  }),
  heading(1, 15, 15),
  heading(2, 13, 12),
  heading(3, 12, 10),
  paragraphStyle({ name: 'Numbered', shown: 'Numbered paragraph', paragraph: HANGING }),
  paragraphStyle({ name: 'Bullet', paragraph: 'fo:margin-bottom="3pt"' }),
  paragraphStyle({
    name: 'BulletLast',
    shown: 'Last bullet',
    parent: 'Bullet',
    paragraph: 'fo:margin-bottom="7pt"',
  }),
  paragraphStyle({
    name: 'Caption',
    paragraph: 'fo:margin-top="10pt" fo:margin-bottom="5pt" fo:keep-with-next="always"',
    text: 'fo:font-size="11pt" fo:font-weight="bold"',
  }),
  paragraphStyle({
    name: 'Note',
    paragraph: 'fo:margin-left="0.4cm" fo:padding-left="0.35cm" fo:border-left="4.5pt solid #b9c9cb"',
  }),
  paragraphStyle({
    name: 'TableText',
    shown: 'Table text',
    paragraph: 'fo:margin-bottom="2pt" fo:line-height="110%" fo:orphans="3" fo:widows="2"',
    text: 'fo:font-size="10.5pt"',
  }),
  paragraphStyle({
    name: 'TableNumber',
    shown: 'Table number',
    parent: 'TableText',
    paragraph: 'fo:text-align="end"',
  }),
  paragraphStyle({
    name: 'TableHeading',
    shown: 'Table heading',
    parent: 'TableText',
    paragraph: 'fo:keep-with-next="always"',
    text: 'fo:font-weight="bold"',
  }),
  paragraphStyle({
    name: 'TableNumberHeading',
    shown: 'Table number heading',
    parent: 'TableHeading',
    paragraph: 'fo:text-align="end"',
  }),
  paragraphStyle({
    name: 'Chart',
    paragraph: 'fo:margin-bottom="4pt" fo:keep-with-next="always"',
  }),
  paragraphStyle({ name: 'Footer', paragraph: 'fo:text-align="center"', text: 'fo:font-size="10pt"' }),
  textStyle('Strong', 'fo:font-weight="bold"'),
  textStyle('Emphasis', 'fo:font-style="italic"'),
  ...Object.entries(TONES).map(([tone, fill]) =>
    textStyle(`Status${tone}`, `fo:background-color="#${fill}"`),
  ),
  textStyle('Link', 'fo:color="#0b5a6f" style:text-underline-style="solid"'),
  textStyle('Figure', `fo:color="${INK}" style:text-underline-style="none"`),
  '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">' +
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">' +
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="1.9cm" fo:text-indent="-0.6cm"/>' +
    '</style:list-level-properties></text:list-level-style-bullet></text:list-style>',
].join('')

const PAGE =
  '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties ' +
  'fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin="2.2cm"/>' +
  '<style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style>' +
  '</style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" ' +
  'style:page-layout-name="page"><style:footer><text:p text:style-name="Footer">Page ' +
  '<text:page-number text:select-page="current">1</text:page-number> of <text:page-count>1</text:page-count></text:p>' +
  '</style:footer></style:master-page></office:master-styles>'

/** styles.xml: the styles a reader sees by name, true headings among them, and an A4 page with its number below. */
export function odtNamedStyles(language: string): string {
  const [code = 'en', country = 'GB'] = language.split('-')
  const text = xmlAttributes({ 'fo:language': code, 'fo:country': country })
  return (
    '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial"/></office:font-face-decls>' +
    '<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Arial" ' +
    `fo:font-size="12pt" fo:color="${INK}"${text}/></style:default-style>${NAMED}</office:styles>${PAGE}`
  )
}

const tableStyle = (name: string, breaks: 'true' | 'false'): string =>
  `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="${TEXT_CENTIMETRES}cm" ` +
  `table:align="left" fo:margin-bottom="0.25cm" table:border-model="collapsing" style:may-break-between-rows="${breaks}"/></style:style>`

/** Styles of content.xml itself: page breaks, tables and their cells. Columns are added by each table. */
export const ODT_AUTOMATIC_STYLES = [
  ...[
    'Standard',
    'Caption',
    'Note',
    'Numbered',
    'Bullet',
    ...[1, 2, 3].flatMap((level) => [`Heading_20_${level}`, `Numbered_20_${level}`]),
  ].map((parent) => paragraphStyle({ name: `Break_${parent}`, parent, paragraph: 'fo:break-before="page"' })),
  tableStyle('Table', 'true'),
  tableStyle('SmallTable', 'false'),
  '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
  '<style:style style:name="LongRow" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>',
  `<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding-left="0.12cm" fo:padding-right="0.12cm" fo:padding-top="0.08cm" fo:padding-bottom="0.08cm" fo:border-top="${LINE}" fo:border-bottom="${LINE}" style:vertical-align="top"/></style:style>`,
].join('')
