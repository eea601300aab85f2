import type { ComponentType, FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/request';
import { Failure } from './failure';
import { PageSkeleton } from './skeleton';

export type LazyPage<P> = FunctionComponent<P> & { preload(): void };

/**
 * A page whose code arrives when it is first shown. A failed download is an error with a retry like any other;
 * the library's `lazy` would leave the old page standing for ever.
 */
export function lazyPage<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LazyPage<P> {
  let loaded: ComponentType<P> | undefined;
  const page = (props: P) => {
    const [, show] = useState<unknown>();
    const [failure, setFailure] = useState<ApiError | null>(null);
    const start = () => {
      load()
        .then((module) => {
          loaded = module.default;
          show(loaded.name);
        })
        .catch((reason) => setFailure(new ApiError('offline', 0, String(reason))));
    };
    // Not after the paint: code that arrives between the two would never be shown.
    useLayoutEffect(() => {
      if (!loaded) start();
    }, []);
    if (loaded) {
      const Page = loaded;
      return <Page {...props} />;
    }
    return failure ? <Failure error={failure} onRetry={start} isPage /> : <PageSkeleton />;
  };
  page.preload = () => {
    load()
      .then((module) => {
        loaded = module.default;
      })
      // Only a head start: showing the page asks again, and tells.
      .catch(() => undefined);
  };
  return page;
}
