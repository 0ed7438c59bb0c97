import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { radios, type Content } from '#platform/design-system/index.ts'
import { NotFound, refuse } from '#platform/errors.ts'
import { textOf, type FilledField } from '#platform/forms/index.ts'
import { isId } from '#platform/act.ts'
import { type Template, template, TEMPLATES } from './template.ts'

/** A template that a paper can be started from: one that comes with the program, or the latest version of one made here. */
export type Offered = { code: string; label: string; hint: string }

type Latest = { template_id: string; name: string; version: number; definition: unknown }

/** The latest version of each template that this actor's teams have made. */
async function latestMade(ctx: Ctx, about: Template['about']): Promise<Latest[]> {
  const { rows } = await sql<Latest>`
    select distinct on (t.name, t.template_id) t.template_id, t.name, v.version, v.definition from papers.template t
    join papers.template_version v on v.area_id = t.area_id and v.template_id = t.template_id
    where t.about = ${about} order by t.name, t.template_id, v.version desc`.execute(ctx.db)
  return rows
}

/** What can be chosen for a paper about this: the office's own first. */
export async function offeredTemplates(ctx: Ctx, about: Template['about']): Promise<Offered[]> {
  const made = (await latestMade(ctx, about)).map(({ template_id, name, version }) => ({
    code: template_id,
    label: name,
    hint: `Made here, version ${version}`,
  }))
  const standard = TEMPLATES.filter((one) => one.about === about).map(({ name, label }) => ({
    code: name,
    label,
    hint: '',
  }))
  return [...made, ...standard]
}

/** What a paper keeps of the template chosen for it, and the template itself. Refuses the field `template` when it is none of those offered. */
export async function chosenTemplate(ctx: Ctx, about: Template['about'], code: string) {
  const standard = TEMPLATES.find((one) => one.about === about && one.name === code)
  if (standard)
    return { chosen: standard, kept: { template: code, template_definition: null, template_version: null } }
  const made = isId(code)
    ? (await latestMade(ctx, about)).find(({ template_id }) => template_id === code)
    : undefined
  if (!made) refuse('template', 'Select the kind of paper from the list')
  const chosen = template.parse(made.definition)
  return {
    chosen,
    kept: {
      template: chosen.name,
      template_definition: JSON.stringify(made.definition),
      template_version: made.version,
    },
  }
}

/** The question which kind of paper it is. */
export const templateRadios = (field: FilledField, offered: readonly Offered[]): Content =>
  radios({
    idPrefix: field.name,
    name: field.name,
    value: textOf(field.typed),
    fieldset: { legend: { text: 'What kind of paper is it?' } },
    ...(field.message ? { errorMessage: { text: field.message } } : {}),
    items: offered.map(({ code, label, hint }) => ({
      value: code,
      text: label,
      ...(hint ? { hint: { text: hint } } : {}),
    })),
  })

/** A template by its name: one that comes with the program, or the latest version of one made here. Throws NotFound, naming those there are. */
export async function templateCalled(ctx: Ctx, name: string): Promise<Template> {
  const standard = TEMPLATES.find((one) => one.name === name)
  if (standard) return standard
  const made = [...(await latestMade(ctx, 'service')), ...(await latestMade(ctx, 'plan'))]
  const one = made.find((each) => each.name === name)
  if (one) return template.parse(one.definition)
  throw new NotFound(
    `The template "${name}" (there are ${[...TEMPLATES, ...made].map((each) => each.name).join(', ')})`,
  )
}
