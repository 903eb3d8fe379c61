'use client'
import { announcement } from '../hooks/announcer'
import { useObservable } from '../hooks/useObservable'

/** The page's one live region: what `announce` says is read aloud here. */
export function LiveRegion() {
  const { text, urgent, turn } = useObservable(announcement)
  // The same words twice are said twice: a trailing no-break space makes the text another one.
  const said = turn % 2 === 0 ? text : `${text}\u00a0`
  return (
    <>
      <div className="sr-only" aria-live="polite" data-live="polite">
        {urgent ? '' : said}
      </div>
      <div className="sr-only" aria-live="assertive" data-live="assertive">
        {urgent ? said : ''}
      </div>
    </>
  )
}
