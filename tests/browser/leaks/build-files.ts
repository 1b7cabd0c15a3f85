import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All files of a build, as paths below it. */
export const listBuild = (build: string): string[] =>
  readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1))
    .toSorted();

/** Every word of a build's scripts, styles and pages that could be a name of something. */
export function wordsOfBuild(build: string): string[] {
  const texts = listBuild(build)
    .filter((file) => /\.(?:js|css|html|json)$/.test(file))
    .map((file) => readFileSync(join(build, file), 'utf8'));
  return [...new Set(texts.flatMap((text) => text.match(/[A-Za-z_][\w-]{2,39}/g) ?? []))];
}

/** What in a build's scripts looks like the name of an event or of a message. */
export function eventNamesOfBuild(build: string): string[] {
  const texts = listBuild(build)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(build, file), 'utf8'));
  return [...new Set(texts.flatMap((text) => text.match(/[a-z]+(?:[:.-][A-Za-z-]+)+/g) ?? []))];
}
