/** Message types of the socket. 0 to 3 are those of y-websocket; 100 and up are Weft's own. */
export const messageSync = 0
export const messageAwareness = 1
export const messageAuth = 2
export const messageQueryAwareness = 3
/**
 * Server to client, only with `events=1`: a varuint, how many update messages of this connection
 * (sync step 2 included) are durable so far. Cumulative; sent only after the commit.
 */
export const messageSaved = 100
/** Server to client, only with `events=1`: a JSON string of `RoomEvent`. */
export const messageEvent = 101

/** Kinds of a sync message (second varuint). */
export const syncStep1 = 0
export const syncStep2 = 1
export const syncUpdate = 2
