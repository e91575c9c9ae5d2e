import { ref } from 'vue';

/** Whether the tour is to be walked now. */
export const tourWanted = ref(false);

const keptFor = (userId: string): string => `taizhang.tour.${userId}`;
/** Whether somebody was offered the tour on this browser, and took it or not. */
export const wasOffered = (userId: string): boolean => localStorage.getItem(keptFor(userId)) !== null;
export const noteOffered = (userId: string): void => localStorage.setItem(keptFor(userId), 'yes');
