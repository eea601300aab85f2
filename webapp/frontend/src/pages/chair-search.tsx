import { useSearchTexts } from '../i18n/search';
import { chairCatalog } from '../search/catalog';
import { SearchPage } from '../search/search-page';
import { ChairCard } from '../ui/cards';

export default function ChairSearch() {
  const text = useSearchTexts();
  return <SearchPage catalog={chairCatalog} title={text.search.chairTitle} Card={ChairCard} />;
}
