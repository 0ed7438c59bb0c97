import type { Context } from 'hono'
import type { Page } from '#platform/design-system/index.ts'
import { Invalid } from '#platform/errors.ts'
import type { AnyForm, Body, Filled, Form, ValuesOf } from '#platform/forms/index.ts'
import { route, type Roles, type Route, type RouteTools } from '#platform/http/screen.ts'

/** Refused because there were too many attempts: 429, with the same words for everybody. */
export class TooMany extends Invalid {}

/** A form that takes more than one act, such as those of somebody who is not signed in yet: `show` it, and `save` what was sent; refused, the page comes back with the messages. */
export function doorForm<F extends AnyForm>(spec: {
  url: string
  action: string
  /** 'anyone' unless told. */
  roles?: Roles
  /** Made anew for each request where its choices are read from the database. */
  form: F | (() => Promise<F>)
  show: (
    c: Context,
    tools: RouteTools,
    form: F extends Form<infer X> ? Filled<X> : never,
  ) => Promise<Page | Response>
  save: (c: Context, tools: RouteTools, values: ValuesOf<F>) => Promise<Page | Response>
}): Route[] {
  const { url, action, roles = 'anyone' } = spec
  const madeForm = async () => (typeof spec.form === 'function' ? spec.form() : spec.form)
  const show = async (
    c: Context,
    tools: RouteTools,
    form: F,
    sent?: { body: Body; messages: Record<string, string>; status: number },
  ) => {
    const page = await spec.show(c, tools, form.fill(sent) as never)
    if (page instanceof Response) return page
    return tools.render(page, sent ? { status: sent.status, errors: sent.messages, fields: form.fields } : {})
  }
  return [
    route({
      method: 'GET',
      url,
      action: `see how to ${action}`,
      roles,
      handle: async (c, tools) => show(c, tools, await madeForm()),
    }),
    route({
      method: 'POST',
      url,
      action,
      roles,
      handle: async (c, tools) => {
        const body = (await tools.body()) as Body
        const form = await madeForm()
        try {
          const today = new Date().toISOString().slice(0, 10)
          const answer = await spec.save(c, tools, form.read(body, today) as ValuesOf<F>)
          return answer instanceof Response ? answer : tools.render(answer)
        } catch (error) {
          if (!(error instanceof Invalid)) throw error
          return show(c, tools, form, {
            body,
            messages: error.messages,
            status: error instanceof TooMany ? 429 : 422,
          })
        }
      },
    }),
  ]
}
