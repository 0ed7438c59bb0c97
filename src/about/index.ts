import { route, type Route } from '#platform/http/screen.ts'
import type { Page } from '#platform/design-system/index.ts'
import type { Module } from '#platform/module.ts'
import { accessibilityPage } from './accessibility.page.ts'
import { privacyPage } from './privacy.page.ts'

/** What every public service must say of itself, at the foot of every page: whom it shuts out, and what it keeps. */
export const about = (): Module => ({
  name: 'about',
  routes: [
    said('/accessibility', 'read how accessible Waymark is', accessibilityPage),
    said('/privacy', 'read what Waymark keeps', privacyPage),
  ],
})

export const FOOTER = [
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Cookies and privacy', href: '/privacy' },
]

const said = (url: string, action: string, page: Page): Route =>
  route({ method: 'GET', url, action, roles: 'anyone', handle: (_, { render }) => render(page) })
