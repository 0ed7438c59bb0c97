// npm run --silent waymark -- VERB …
import { install, root, run } from './node.mjs'
install()
process.exit(
  await run(['--disable-warning=ExperimentalWarning', `${root}/src/cli.ts`, ...process.argv.slice(2)], {
    // Paths are meant from where the command was typed, not from where npm moved to.
    cwd: process.env.INIT_CWD ?? process.cwd(),
  }),
)
