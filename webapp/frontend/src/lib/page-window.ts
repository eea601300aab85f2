export type PageSlot = number | 'gap';

/** The pages a pager offers, from 1: first, last and those next to the current one; a gap never hides just one. */
export function pageWindow(current: number, last: number, reach = 1): PageSlot[] {
  const slots: PageSlot[] = [];
  for (let page = 1; page <= last; page++) {
    const isShown = page === 1 || page === last || Math.abs(page - current) <= reach;
    const wouldHideOne =
      page === 2 ? current - reach === 3 : page === last - 1 && current + reach === last - 2;
    if (isShown || wouldHideOne) slots.push(page);
    else if (slots.at(-1) !== 'gap') slots.push('gap');
  }
  return slots;
}
