import { findPoliceForceArea } from './police-forces.ts'
import { outcodesOfForce } from './outcodes.ts'
import { readPostcode } from './postcode.ts'

/**
 * The test whether a service area serves a home, told from the outcode alone: an outcode on the border that lies
 * partly in the area is served. `area.force` is the code or name of the police force area; `area.outcodes` lists the
 * outcodes instead, for an area whose outcodes are not in outcode-lad.csv or that serves more or fewer.
 *
 * The function returned answers true or false, or null when the text is no postcode: then the area is not known.
 * Throws when the force is unknown, or when neither the list nor the file says which outcodes the area has.
 */
export function servesPostcodes(area: {
  force: string
  outcodes?: readonly string[]
}): (postcode: string | null) => boolean | null {
  const served = area.outcodes?.length ? new Set(area.outcodes.map(asOutcode)) : outcodesOf(area.force)
  return (postcode) => {
    if (!postcode) return null
    const read = readPostcode(postcode)
    return read ? served.has(read.outcode) : null
  }
}

function outcodesOf(force: string) {
  const name = findPoliceForceArea(force)?.name
  if (!name) throw new Error(`There is no police force area "${force}".`)
  const outcodes = outcodesOfForce(name)
  if (outcodes.size === 0)
    throw new Error(
      `Waymark holds no postcodes for ${name}. Give the area a list of the outcodes that it serves.`,
    )
  return outcodes
}

function asOutcode(text: string) {
  const read = readPostcode(text)
  if (!read || read.postcode) throw new Error(`"${text}" is not an outcode, such as NG3.`)
  return read.outcode
}
