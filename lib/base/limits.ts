/** The bounds of the product, in one place: every cap a user or a client may meet. */
export const limits = {
  /** Elements of one map that Weft promises to handle. Beyond it, import refuses. */
  elements: 5_000,
  links: 20_000,
  /** Characters. */
  title: 200,
  label: 300,
  description: 20_000,
  name: 40,
  passcode: 100,
  tag: 60,
  tagsPerElement: 40,
  webAddress: 2_000,
  comment: 2_000,
  /** Comments of one map, those taken back included. */
  commentsPerMap: 2_000,
  /** Characters. */
  versionName: 80,
  /** Versions of one map that people named; of those kept by themselves. */
  namedVersions: 200,
  automaticVersions: 300,
  /** People whom one comment speaks to by name. */
  mentions: 20,
  /** Rounds that one file brings along. */
  filedRounds: 500,
  /** Elements made by one paste without asking again. */
  pasteList: 200,
  /** Bytes of a file given to import. */
  importBytes: 20 * 1024 * 1024,
  /** Bytes of one websocket message. */
  messageBytes: 2 * 1024 * 1024,
  /** Bytes of one participant's awareness state. */
  awarenessBytes: 4 * 1024,
  /** Pixels of an exported picture: longest side and area. */
  picturePixelsPerSide: 8_192,
  picturePixels: 40_000_000,
} as const
