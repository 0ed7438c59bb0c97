export { html, raw, type Content, type Html } from './html.ts'
export * from './govuk/index.ts'
