/**
 * Prints one part of the page alone, in the light theme, with the page's own styles. Done in a frame
 * apart, since a dialog is clipped and shifted where it stands.
 */
export function printPart(part: HTMLElement | null, title: string): void {
  if (part === null) return
  const frame = document.createElement('iframe')
  frame.setAttribute('aria-hidden', 'true')
  frame.style.cssText = 'position:fixed;inset-inline-start:-10000px;width:800px;height:1000px;border:0'
  document.body.append(frame)
  const { contentDocument: page, contentWindow: view } = frame
  if (page === null || view === null) return
  page.documentElement.lang = document.documentElement.lang
  page.documentElement.dir = document.documentElement.dir
  page.documentElement.dataset['theme'] = 'light'
  page.title = title
  const styles = [...document.head.querySelectorAll('link[rel=stylesheet], style')].map((one) =>
    page.importNode(one, true),
  )
  // Listened to before they are put in: a stylesheet at hand may be there at once.
  const loaded = styles
    .filter((style) => style.nodeName === 'LINK')
    .map(
      (style) =>
        new Promise<void>((resolve) => {
          for (const end of ['load', 'error']) style.addEventListener(end, () => resolve(), { once: true })
        }),
    )
  const heading = page.createElement('h1')
  heading.textContent = title
  heading.className = 'pb-4 text-title font-semibold'
  page.head.append(...styles)
  page.body.append(heading, page.importNode(part, true))
  page.body.style.cssText = 'height:auto;padding:16px;background:#fff'
  view.addEventListener('afterprint', () => frame.remove())
  void Promise.all(loaded).then(() => view.print())
}
