'use client'
import { useSyncExternalStore } from 'react'
import { chooseTheme, themeChoice, type Theme } from './theme'
import { useMedia } from './useMedia'

const onServer = (): Theme => 'system'

export interface ThemeState {
  readonly theme: Theme
  /** What is on the screen now. */
  readonly dark: boolean
  readonly setTheme: (theme: Theme) => void
}

/** The person's theme: system, light or dark. */
export function useTheme(): ThemeState {
  const theme = useSyncExternalStore(themeChoice.subscribe, themeChoice.get, onServer)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  return { theme, dark: theme === 'dark' || (theme === 'system' && systemDark), setTheme: chooseTheme }
}
