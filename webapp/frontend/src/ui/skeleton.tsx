import { useI18n } from '../i18n/context';

/** Grey cards of the real cards' size, so that nothing moves when they arrive. */
export function CardSkeletons({ count }: { count: number }) {
  const { t } = useI18n();
  return (
    <>
      <li class="visually-hidden">
        <span role="status">{t.state.loading}</span>
      </li>
      {Array.from({ length: count }, (_, index) => (
        <li key={index} class="card" aria-hidden="true">
          <div class="picture skeleton" />
          <div class="card-body">
            <span class="skeleton skeleton-line" />
            <span class="skeleton skeleton-line short" />
            <span class="skeleton skeleton-line" />
          </div>
        </li>
      ))}
    </>
  );
}

export function PageSkeleton() {
  const { t } = useI18n();
  return (
    <div class="page-skeleton" role="status">
      <span class="visually-hidden">{t.state.loading}</span>
      <span class="skeleton skeleton-title" />
      <span class="skeleton skeleton-block" />
    </div>
  );
}
