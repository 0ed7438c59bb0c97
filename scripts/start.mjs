// npm start: installs what is needed, starts the database, loads the demonstration into an empty one, serves, prints the address.
import { install, root, run } from './node.mjs'
install()
process.exit(await run(['--disable-warning=ExperimentalWarning', `${root}/src/main.ts`, 'start']))
