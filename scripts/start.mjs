// npm start: brings the product up in an empty or a used folder.
import { installPackages, run } from './ground.mjs'

installPackages()
run('src/main.ts', ['serve', ...process.argv.slice(2)])
