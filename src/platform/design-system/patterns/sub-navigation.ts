import type { Html } from '../html.ts'
import { mojSubNavigation } from '../moj/sub-navigation.ts'

/** The pages of one record, the one being read marked. `label` names the group for screen readers. */
export const subNavigation = (
  items: readonly Readonly<{ text: string; href: string; active?: boolean }>[],
  label: string,
): Html => mojSubNavigation({ items, label })
