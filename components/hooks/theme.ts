import { createObservable, type Observable } from '../../lib/base/observable'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Name of the cookie and of the localStorage entry that remember the choice. */
export const themeKey = 'weft_theme'

export function isTheme(text: string | null | undefined): text is Theme {
  return themes.some((theme) => theme === text)
}

const chosen = createObservable<Theme>('system')
let read = false

/** The person's choice, as kept on this device. Browser only; `system` while rendering on the server. */
export const themeChoice: Observable<Theme> = {
  get: () => {
    if (!read && typeof document !== 'undefined') {
      read = true
      chosen.set(readTheme())
    }
    return chosen.get()
  },
  subscribe: chosen.subscribe,
}

function readTheme(): Theme {
  const stored = /(?:^|; )weft_theme=(\w+)/.exec(document.cookie)?.[1]
  if (isTheme(stored)) return stored
  const kept = globalThis.localStorage?.getItem(themeKey)
  return isTheme(kept) ? kept : 'system'
}

/** Applies and remembers a theme. `system` takes the mark off the page, so that the stylesheet's media query decides. */
export function chooseTheme(theme: Theme): void {
  read = true
  // The cookie lets the server send the right page; the storage is there for browsers that drop cookies of scripts early.
  document.cookie = `${themeKey}=${theme}; path=/; max-age=31536000; samesite=lax`
  try {
    localStorage.setItem(themeKey, theme)
  } catch {
    // Storage may be switched off; the cookie is enough.
  }
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  chosen.set(theme)
}
