import type { ReactNode } from 'react'
import { createHintDesk } from './hint'

/** The tooltips of this page. */
export const hints = createHintDesk<ReactNode>({ delay: 400, skip: 200, grace: 150 }, () => performance.now())
