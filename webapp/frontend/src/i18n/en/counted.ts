/** 1 home, 2 homes; the number is written already. */
export const counted = (n: string, one: string, many: string) => `${n} ${n === '1' ? one : many}`;
