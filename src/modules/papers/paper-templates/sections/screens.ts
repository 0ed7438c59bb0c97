import { found } from '#platform/errors.ts'
import { goTo, route, screen } from '#platform/http/screen.ts'
import type { TemplateBlock } from '../../templates/template.ts'
import { blockForm, sectionForm } from '../form.ts'
import { getTemplate } from '../queries.ts'
import { MAKERS, orSay } from './say.ts'
import { addBlock, changeBlock, keepSection, type Move, moveThing, sectionAt } from './change-section.ts'
import { withWords } from './figures-by-words.ts'
import { blockPage, sectionFormPage, sectionPage } from './section.page.ts'

/** What a block's page starts with. */
const startOf = (block: TemplateBlock) => ({
  words:
    'paragraph' in block
      ? withWords(block.paragraph)
      : 'own_words' in block
        ? block.own_words
        : 'bullets' in block
          ? block.bullets.map(withWords).join('\n')
          : null,
  ...('table_of' in block ? { line: lineOf(block.table_of), caption: block.caption } : {}),
  ...('bullets_of' in block ? { line: lineOf(block.bullets_of) } : {}),
  ...('against_last_year' in block ? { measures: block.against_last_year } : {}),
})
const lineOf = ({ measure, by }: { measure: string; by: readonly string[] }) => `${measure}|${by[0] ?? ''}`

export const sectionScreens = [
  screen('/paper-templates/:template_id/sections/add', {
    action: 'add a section to a template',
    roles: MAKERS,
    form: sectionForm,
    start: () => ({ kind: 'numbered' as const }),
    show: async (ctx, { template_id }, form) =>
      sectionFormPage(
        await getTemplate(ctx, template_id),
        'Add a section',
        `/paper-templates/${template_id}`,
        form,
      ),
    save: async (ctx, { template_id }, values) =>
      goTo(`/paper-templates/${template_id}/sections/${await keepSection(ctx, template_id, 'add', values)}`),
  }),
  screen('/paper-templates/:template_id/sections/:place', {
    action: 'see a section of a template',
    roles: MAKERS,
    show: async (ctx, { template_id, place }) => {
      const made = await getTemplate(ctx, template_id)
      return sectionPage(made, Number(place), sectionAt(made.draft, place))
    },
  }),
  screen('/paper-templates/:template_id/sections/:place/change', {
    action: 'change a section of a template',
    roles: MAKERS,
    form: sectionForm,
    start: async (ctx, { template_id, place }) =>
      sectionAt((await getTemplate(ctx, template_id)).draft, place),
    show: async (ctx, { template_id, place }, form) =>
      sectionFormPage(
        await getTemplate(ctx, template_id),
        'Change a section',
        `/paper-templates/${template_id}/sections/${place}`,
        form,
      ),
    save: async (ctx, { template_id, place }, values) => {
      await keepSection(ctx, template_id, place, values)
      return goTo(`/paper-templates/${template_id}/sections/${place}`, 'Section changed')
    },
  }),
  route({
    method: 'POST',
    url: '/paper-templates/:template_id/sections/:place/blocks',
    action: 'add to a section of a template',
    roles: MAKERS,
    handle: async (c, { act, body, goTo: go }) => {
      const { kind } = await body()
      const [template_id, place] = [c.req.param('template_id') ?? '', c.req.param('place') ?? '']
      const section = `/paper-templates/${template_id}/sections/${place}`
      return orSay(go, section, async () => {
        const { block, asks } = await act((ctx) => addBlock(ctx, template_id, place, String(kind ?? '')))
        return asks ? go(`${section}/blocks/${block}`) : go(section, 'Added')
      })
    },
  }),
  screen('/paper-templates/:template_id/sections/:place/blocks/:block', {
    action: 'change what a section of a template holds',
    roles: MAKERS,
    form: blockForm,
    start: async (ctx, { template_id, place, block }) =>
      startOf(blockAt((await getTemplate(ctx, template_id)).draft, place, block)),
    show: async (ctx, { template_id, place, block }, form) => {
      const made = await getTemplate(ctx, template_id)
      return blockPage(made, place, blockAt(made.draft, place, block), form)
    },
    save: async (ctx, { template_id, place, block }, values) => {
      if (values.then === 'insert') {
        const made = await getTemplate(ctx, template_id)
        const words = values.figure ? `${values.words ?? ''} {{ ${values.figure} }}` : values.words
        const filled = blockForm.fill({ values: { ...values, words, figure: null } })
        return blockPage(made, place, blockAt(made.draft, place, block), filled)
      }
      await changeBlock(ctx, template_id, { place, block }, values)
      return goTo(`/paper-templates/${template_id}/sections/${place}`, 'Kept')
    },
  }),
  route({
    method: 'POST',
    url: '/paper-templates/:template_id/move',
    action: 'move or remove a part of a template',
    roles: MAKERS,
    handle: async (c, { act, body, goTo: go }) => {
      const sent = await body()
      const template_id = c.req.param('template_id') ?? ''
      const place = String(sent.place ?? '')
      const to = (['up', 'down', 'remove'] as const).find((one) => one === sent.to) ?? 'up'
      const move: Move = { place, to, ...(sent.block ? { block: String(sent.block) } : {}) }
      const back = `/paper-templates/${template_id}${sent.block ? `/sections/${place}` : ''}`
      return orSay(go, back, async () => {
        await act((ctx) => moveThing(ctx, template_id, move))
        return go(back, to === 'remove' ? 'Removed' : 'Moved')
      })
    },
  }),
]

/** One part of a section, both counted from 1. Throws NotFound. */
const blockAt = (draft: Parameters<typeof sectionAt>[0], place: string, block: string) =>
  found(sectionAt(draft, place).blocks[Number(block) - 1], 'This part of the section')
