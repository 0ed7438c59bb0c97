import type { Html } from '../html.ts'

/** A page of the service in its navigation. Without `active` it is marked when the address begins with `href`. */
export type NavigationItem = Readonly<{ text: string; href: string; active?: boolean }>

/** Something refused: what to do, and the id of its field as '#field-id'. */
export type PageError = Readonly<{ text: string; href?: string }>

/** What the HTTP layer knows about this request, and every page shows around its own content. */
export type Frame = Readonly<{
  /** The nonce of this answer's content security policy. */
  nonce: string
  /** The token that every form sends back as `CSRF_FIELD`. */
  csrf: string
  /** Path and query of this request. */
  currentUrl: string
  service: Readonly<{ name: string; url: string }>
  /** `signOutUrl` is posted to, with the token. */
  signedInAs?: Readonly<{
    name: string
    detail?: string
    signOutUrl: string
    accountUrl?: string
    /** Where a page says that somebody is still there, and after how many minutes without it they are signed out. */
    stay?: Readonly<{ url: string; minutes: number }>
  }>
  navigation: readonly NavigationItem[]
  demonstration?: boolean | Html
  flash?: string | Readonly<{ text: string; type?: 'success' | 'important' }>
  errors?: readonly PageError[]
  /** Sent back with every form: which showing of the page it is, and what stood in it then. */
  once?: string
  seen?: string
  /** What is typed here and not saved: when it is from, and where the page sends what is typed from now on. */
  draft?: Readonly<{ url: string; keep?: string; discard: string; restored?: string }>
  footer?: readonly Readonly<{ text: string; href: string }>[]
}>
