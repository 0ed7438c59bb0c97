// npm run --silent waymark -- VERB …
import { install, root, run } from './node.mjs'
install()
process.exit(
  // Room for what is just being read: more makes an import no faster, and its memory half as large again.
  await run(
    [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=8',
      `${root}/src/cli.ts`,
      ...process.argv.slice(2),
    ],
    {
      // Paths are meant from where the command was typed, not from where npm moved to.
      cwd: process.env.INIT_CWD ?? process.cwd(),
    },
  ),
)
