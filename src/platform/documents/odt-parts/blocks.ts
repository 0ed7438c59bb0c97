import { chartSvg } from '#platform/charts/chart-svg.ts'
import { cellParagraphs, paragraphText } from '#platform/open-document/text.ts'
import type { Part } from '#platform/open-document/package.ts'
import { visibleLine } from '#platform/words/visible-text.ts'
import { escapeXml, xmlAttributes } from '#platform/xml/escape.ts'
import type { Block, Document, Runs, TableBlock } from '../document.ts'
import { odtRuns } from './runs.ts'
import { TEXT_CENTIMETRES } from './styles.ts'
import { odtTable } from './table.ts'

type Size = { readonly width: number; readonly height: number }

const PIXEL = 2.54 / 96

/** Writes the blocks of one document one after another, and collects the styles and pictures they need. */
export class OdtBlocks {
  readonly pictures: Part[] = []
  styles = ''
  private readonly write: (runs: Runs) => string
  private tables = 0

  constructor(document: Document, site: string | undefined) {
    this.write = (runs) => odtRuns(document, runs, site)
  }

  /** The XML of a block; `breaks` when it begins a page. */
  block(block: Block, breaks: boolean): string {
    const style = (name: string): string => (breaks ? `Break_${name}` : name)
    switch (block.kind) {
      case 'heading': {
        const name = style(
          block.number === undefined ? `Heading_20_${block.level}` : `Numbered_20_${block.level}`,
        )
        const attributes = xmlAttributes({ 'text:style-name': name, 'text:outline-level': block.level })
        return `<text:h${attributes}>${this.numbered(block)}</text:h>`
      }
      case 'paragraph':
        return paragraph(style(block.number === undefined ? 'Standard' : 'Numbered'), this.numbered(block))
      case 'note':
        return paragraph(style('Note'), this.write(block.text))
      case 'bullets': {
        const items = block.items.map(
          (item, index) =>
            `<text:list-item>${paragraph(index === 0 && breaks ? 'Break_Bullet' : index === block.items.length - 1 ? 'BulletLast' : 'Bullet', this.write(item))}</text:list-item>`,
        )
        return `<text:list text:style-name="Bullets">${items.join('')}</text:list>`
      }
      case 'table':
        return this.table(block, style('Caption'))
      case 'chart': {
        const { title, description, words } = block.chart
        const svg = chartSvg(block.chart, 'wide')
        const figures: TableBlock = {
          kind: 'table',
          caption: svg ? `${title}: the figures` : title,
          ...words,
        }
        if (svg === null) return this.table(figures, style('Caption'))
        const [, height = '1'] = /viewBox="0 0 720 ([\d.]+)"/.exec(String(svg)) ?? []
        const size = { width: TEXT_CENTIMETRES, height: (TEXT_CENTIMETRES * Number(height)) / 720 }
        // With its figures on the same page.
        const picture = this.picture('svg', 'image/svg+xml', String(svg), size, title, description, 'Chart')
        return paragraph(style('Caption'), paragraphText(title)) + picture + this.table(figures, 'Caption')
      }
      case 'image': {
        const width = Math.min(block.width * PIXEL, TEXT_CENTIMETRES)
        const size = { width, height: (block.height * width) / block.width }
        return this.picture('png', 'image/png', block.png, size, block.alt, block.alt, style('Standard'))
      }
      default:
        return ''
    }
  }

  /** Numbers are text: what people cite stays as it is, in every program. */
  private numbered({ number, text }: { number?: string; text: Runs }): string {
    return (number === undefined ? '' : `${paragraphText(visibleLine(number))}<text:tab/>`) + this.write(text)
  }

  private table(block: TableBlock, captionStyle: string): string {
    const caption = paragraph(captionStyle, paragraphText(visibleLine(block.caption)))
    if (block.rows.length === 0) return caption + cellParagraphs('There is nothing to show.', 'Standard')
    const table = odtTable(`Table${++this.tables}`, block, this.write)
    this.styles += table.styles
    return caption + table.xml
  }

  private picture(
    ending: string,
    type: string,
    content: string | Uint8Array,
    size: Size,
    title: string,
    description: string,
    style = 'Standard',
  ): string {
    const number = this.pictures.length + 1
    const path = `Pictures/picture_${number}.${ending}`
    this.pictures.push({ path, type, content })
    const frame = xmlAttributes({
      'draw:name': `Picture ${number}`,
      'text:anchor-type': 'as-char',
      'svg:width': `${size.width.toFixed(2)}cm`,
      'svg:height': `${size.height.toFixed(2)}cm`,
    })
    const image = xmlAttributes({
      'xlink:href': path,
      'xlink:type': 'simple',
      'xlink:show': 'embed',
      'xlink:actuate': 'onLoad',
    })
    const words = `<svg:title>${escapeXml(visibleLine(title))}</svg:title><svg:desc>${escapeXml(visibleLine(description))}</svg:desc>`
    return paragraph(style, `<draw:frame${frame}><draw:image${image}/>${words}</draw:frame>`)
  }
}

const paragraph = (style: string, content: string): string =>
  `<text:p text:style-name="${style}">${content}</text:p>`
