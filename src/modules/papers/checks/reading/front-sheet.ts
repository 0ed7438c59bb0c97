const LABEL =
  /^(?:for|public|public\s*(?:\/|or)\s*non[\s-]?public|report to|date(?: of (?:the )?(?:meeting|report))?|meeting(?: date)?|report of|(?:report )?authors?|originating officer|lead officer|officer|contact(?: officer)?|e-?mail|tel(?:ephone)?|phone|other contacts?|agenda item(?: no)?|item(?: no)?|subject|title|committee|panel|board|status|classification|period(?: covered)?|reporting period|prepared by|presented by|decision|portfolio)\s*\*?$/i

/** 'Date of meeting: 4 March 2020' as its label and what stands there; undefined for any other line. */
export function frontRow(cells: readonly string[]): { label: string; value: string } | undefined {
  const [first = '', ...rest] = cells
  if (cells.length === 1) {
    const cut = /^([^:]{2,40}):\s*(.*)$/.exec(first)
    return cut && LABEL.test(cut[1]!.trim()) ? { label: cut[1]!.trim(), value: cut[2]!.trim() } : undefined
  }
  const label = first.replace(/:?\*?:?$/, '').trim()
  return LABEL.test(label) ? { label, value: rest.join(' ').trim() } : undefined
}
