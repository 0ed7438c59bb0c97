/** Whole years on a day; undefined when the date of birth is not known. Both are 'YYYY-MM-DD'. */
export function ageOn(date_of_birth: string | null, today: string): number | undefined {
  if (!date_of_birth) return undefined
  const years = Number(today.slice(0, 4)) - Number(date_of_birth.slice(0, 4))
  // As dates compare as text, the birthday of this year is reached when its month and day are not after today's.
  return today.slice(5) < date_of_birth.slice(5) ? years - 1 : years
}

/** Under 18: contact is treated as sensitive (domain 4.3). Not known counts as grown up. */
export const isChild = (date_of_birth: string | null, today: string): boolean =>
  (ageOn(date_of_birth, today) ?? 18) < 18
