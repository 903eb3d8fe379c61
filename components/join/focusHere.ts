/** As a `ref`: gives the keyboard focus to what has just come to the page, for it is the news. */
export const focusHere = (element: HTMLElement | null): void => element?.focus()
