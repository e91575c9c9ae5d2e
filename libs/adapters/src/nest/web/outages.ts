import { isConnectionLost } from '../../postgres/event-store/database-errors.js';

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown } | undefined)?.code ?? '');

/** Whether something we rest on is out of order, and how the caller is told: nothing he did is at fault. */
export const outageOf = (error: unknown): 'disk-full' | 'unavailable' | undefined => {
  const code = codeOf(error);
  if (code === '53100' || code === 'ENOSPC') return 'disk-full';
  return isConnectionLost(error) || /^53\w{3}$/.test(code) ? 'unavailable' : undefined;
};
