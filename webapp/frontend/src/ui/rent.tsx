import { useI18n } from '../i18n/context';

/** 65,000円/月. */
export function Rent({ yen }: { yen: number }) {
  const { t, format } = useI18n();
  return (
    <>
      {format.yen(yen)}
      <span class="price-unit">{t.field.perMonth}</span>
    </>
  );
}
