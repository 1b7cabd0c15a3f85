import { err, type Result } from '../model/result.ts';
import { assemblePack, type ConvertedPack } from './assemble-pack.ts';
import { ProblemLog, type ConversionProblem } from './conversion-problem.ts';
import { readJsonDocument } from './read-json-document.ts';

/**
 * Makes a pack of a JSON document: the fields of the header beside the lists `sources`, `entities`, `facts` and `conflicts`.
 * Format, format version and counts may be missing. Records keep their order. Problems name the line on which the record begins.
 * Never throws.
 */
export function convertJsonDocument(file: string, text: string): Result<ConvertedPack, readonly ConversionProblem[]> {
  const log = new ProblemLog();
  const { header, records, hasLists } = readJsonDocument(file, text, log);
  if (!hasLists && log.problems.length === 0) {
    const message = 'The document holds none of the lists "sources", "entities", "facts" and "conflicts".';
    log.add({ code: 'not-a-pack', file, line: 0, field: '', message });
  }
  if (!hasLists) return err(log.problems);
  return assemblePack(header, records, log);
}
