import { html } from '../html.ts'
import { formPage } from '../page/form-page.ts'
import { page } from '../page/page.ts'
import type { Page } from '../page/page.ts'
import { aside, patterns } from './patterns.ts'
import { fields } from './fields.ts'
import { components, mojComponents } from './components.ts'

/** Pages that show every component and pattern, for looking at them and for the accessibility test. */
export const GALLERY: Readonly<Record<string, Page>> = {
  '/patterns': page({ title: 'Patterns', width: 'full', aside, back: '/' }, patterns),
  '/components': page(
    {
      title: 'Components',
      caption: 'Gallery',
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Gallery', href: '/gallery' },
      ],
    },
    components,
  ),
  '/moj': page({ title: 'More components', width: 'full' }, mojComponents),
  '/fields': formPage(
    { title: 'Fields', back: '/', secondary: { text: 'Cancel', href: '/' }, multipart: true },
    fields,
  ),
  '/public': page(
    {
      title: 'Find help',
      exit: true,
      languages: [
        { text: 'English', href: '/public', lang: 'en', current: true },
        { text: 'Cymraeg', href: '/public?lang=cy', lang: 'cy' },
      ],
    },
    html`<p class="govuk-body">You can get help whether or not you tell the police.</p>`,
  ),
}
