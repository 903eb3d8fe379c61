import { createServerTime } from '../../lib/editor/serverTime'

/** The server's clock, as far as this tab has been told. */
export const serverTime = createServerTime(() => Date.now())
