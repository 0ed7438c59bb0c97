import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

const require = createRequire(import.meta.url)
const folder = (path: string): string =>
  fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url))

/**
 * Renders MoJ's own Nunjucks macros, so that tests can hold our markup beside theirs. Times are told by the London
 * clock in both: theirs follows the process.
 */
export function officialMacros(): (macro: string, params: object) => string {
  process.env.TZ = 'Europe/London'
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([folder('@ministryofjustice/frontend'), folder('govuk-frontend/dist')]),
    { autoescape: true },
  )
  const filters: Record<string, (...args: unknown[]) => unknown> =
    require('@ministryofjustice/frontend/moj/filters/all.js')()
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter)

  return (macro, params) => {
    const component = macro
      .replace('moj', '')
      .replaceAll(/\B[A-Z]/g, '-$&')
      .toLowerCase()
    // The one macro that is not called after its kind, and that takes its body as a block.
    const name = component === 'interruption-card' ? 'interruptionCard' : macro
    return environment.renderString(
      `{% from "moj/components/${component}/macro.njk" import ${name} %}{% call ${name}(params) %}{{ params.html | safe }}{% endcall %}`,
      { params },
    )
  }
}
