/** What `weft --help` says. */
export const help = `Weft maps on the command line

  weft convert <in> <out>      turn a map file into another format
  weft render <in> <out>       draw a map as a picture (.svg or .png)
  weft analyse <in>            its loops, and measures of its causal links and ties
  weft compare <a> <b> [more]  what differs between two maps, or what several agree on
  weft simulate <in>           run a map as a fuzzy cognitive map, with some variables held
  weft migrate-store           move all maps of a server from SQLite to PostgreSQL

<in> is Weft JSON, Kumu JSON, CSV, or a PNG or SVG that Weft exported; two tables
(elements.csv links.csv) may stand in place of one file. - is standard input or output.

every command
  --from <format>        weft, kumu, csv, png, svg; found out by content unless given
  --as <kind>            variables, stakeholders: what elements are that do not say it; guessed unless given
  --ties <way>           one-way, both-ways, no-direction: how ties go that do not say it; one-way unless given

convert
  --to <format>          weft, kumu, csv, png, svg; by the name of <out> unless given

render
  --to <format>          svg, png; by the name of <out> unless given
  --scale <number>       pixels per unit of a PNG, 0.1 to 8; 1 unless given
  --background <name>    white, canvas, transparent; white unless given
  --theme <name>         light, dark; light unless given
  --frame <name>         draw one frame only, by its name or id
  --view <name>          map, grid, rings, columns, matrix, or a saved look by its name or id; map unless given
  --personal             with stance and influence of stakeholders, and what is personal in the map inside

analyse
  --json                 everything as one JSON object

compare                  each file is a map; elements of one kind and name are one
  --json                 everything as one JSON object

simulate
  --clamp "Label=1"      hold a variable, by its label or id; may be said more than once
  --rule <name>          kosko, modified-kosko, rescaled; kosko unless given
  --transfer <name>      tanh, sigmoid, bivalent, trivalent; tanh unless given
  --lambda <number>      steepness, 0.01 to 100; 1 unless given
  --strength <number>    of links whose strength nobody stated, 0 to 1; 0.5 (medium) unless given
  --json                 everything as one JSON object

migrate-store            from the folder DATA_DIR to the empty database DATABASE_URL, with Weft stopped

  --help, --version

Exit code 0, with an account of what was read on standard error; 2 if something has to be put right.
`
