// node scripts/run.mjs FILE.ts [ARGS]: installs if needed, then runs the file on the project's own Node.
import { install, run } from './node.mjs'
install()
process.exit(await run(['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)]))
