/**
 * The network an address belongs to: what one subscriber has, so that changing the last digits makes nobody a new one.
 * /24 of IPv4, /64 of IPv6; anything else stays as it is.
 */
export const networkOf = (address: string): string => {
  const four = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1];
  if (four !== undefined) return `${four}.0/24`;
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const parts = [...front, ...gap, ...back].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, ''));
  return `${parts.join(':')}::/64`;
};
