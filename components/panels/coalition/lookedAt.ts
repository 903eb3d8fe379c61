import { createObservable } from '../../../lib/base/observable'

/** Id of the coalition that this page looked at last: a panel that gave way to the map comes back as it was. */
export const lookedAt = createObservable<string | undefined>(undefined)
