/** A cell by RFC 4180; one that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
export function escapeCsv(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
