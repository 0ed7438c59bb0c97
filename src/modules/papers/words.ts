/** Everybody in the Commissioner's office who works on papers and meetings. */
export const OFFICE = ['commissioner_analyst', 'commissioner_signatory'] as const

/**
 * Why something may be kept from the public: exempt information by Schedule 12A to the Local Government Act 1972 (as it stands in England since
 * 2006), by the numbers people cite. Each holds only while the public interest in keeping it outweighs that in telling it.
 */
export const GROUNDS = {
  'paragraph-1': 'Paragraph 1: information about an individual',
  'paragraph-2': 'Paragraph 2: information likely to reveal who an individual is',
  'paragraph-3': 'Paragraph 3: financial or business affairs',
  'paragraph-4': 'Paragraph 4: labour relations',
  'paragraph-5': 'Paragraph 5: legal professional privilege',
  'paragraph-6': 'Paragraph 6: a notice or order that is to be made',
  'paragraph-7': 'Paragraph 7: prevention, investigation or prosecution of crime',
} as const

export type Ground = keyof typeof GROUNDS

/** A ground as people read it; a code that is none stays as it is. */
export const groundInWords = (ground: string): string => GROUNDS[ground as Ground] ?? ground
