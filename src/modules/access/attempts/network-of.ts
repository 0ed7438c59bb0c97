import { isIP } from 'node:net'

/**
 * Whose address it is, as far as one caller can choose it: an IPv4 address is one caller's, of an IPv6 address the first 64 bits are,
 * for a household is given all addresses that begin with them (RFC 6177; RFC 7934). An IPv4 address written as IPv6 is the IPv4 one.
 * A port, brackets and a zone are left out. What is no address comes back as it is.
 */
export function networkOf(address: string): string {
  const plain = withoutPort(address)
  if (isIP(plain) !== 6) return plain
  const groups = groupsOf(plain)
  const [high = 0, low = 0] = groups.slice(6)
  const isMapped = groups.slice(0, 6).join() === '0,0,0,0,0,65535'
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight numbers of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  const { hostname } = new URL(`http://[${address}]`)
  const [before = [], after = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((side) => side.split(':').filter(Boolean))
  const zeros = Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16))
}

const withoutPort = (address: string) =>
  (/^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1')).replace(/%.*$/, '')
